import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ENGINE, type Engine } from './engine.ts';
import { healthOf, type Health } from './health.ts';

/** Says whether this server can do its work, for whoever watches over it. */
@Controller('api/health')
export class HealthController {
  @Inject(ENGINE)
  private readonly engine: Engine | undefined;

  @Get()
  async health(): Promise<Health> {
    if (!this.engine) throw new Error('the health controller was made without an engine');
    const health = await healthOf(this.engine);
    if (health.database !== 'ok') throw new ServiceUnavailableException(health);
    return health;
  }
}

import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Open } from './accounts/guard.ts';
import { ENGINE, type Engine } from './engine.ts';
import { healthOf, type Health } from './health.ts';

/** Says whether this server can do its work, for whoever watches over it. */
@Open()
@Controller('api/health')
export class HealthController {
  @Inject(ENGINE)
  private readonly engine: Engine | undefined;

  @Get()
  async health(@Res({ passthrough: true }) response: Response): Promise<Health> {
    if (!this.engine) throw new Error('the health controller was made without an engine');
    const health = await healthOf(this.engine);
    if (health.database !== 'ok') response.status(503);
    return health;
  }
}

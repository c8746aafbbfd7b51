import { Module, type DynamicModule } from '@nestjs/common';
import { ENGINE, type Engine } from './engine.ts';
import { HealthController } from './health.controller.ts';

@Module({})
class ServerModule {}

/** The server's parts, around an engine that is open already. */
export function serverAround(engine: Engine): DynamicModule {
  return { module: ServerModule, controllers: [HealthController], providers: [{ provide: ENGINE, useValue: engine }] };
}

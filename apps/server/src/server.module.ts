import { Module, type DynamicModule } from '@nestjs/common';
import { ACCOUNTS, type Accounts } from './accounts/accounts.ts';
import { AccountsController } from './accounts/accounts.controller.ts';
import { ConsoleController } from './console/console.controller.ts';
import { RunsController } from './console/runs.controller.ts';
import { DeskController } from './desk/desk.controller.ts';
import { FIXING, type Fixing } from './desk/fixing.ts';
import { ENGINE, type Engine } from './engine.ts';
import { HealthController } from './health.controller.ts';
import { Audiences } from './live/audience.ts';
import { LiveGateway } from './live/live.gateway.ts';
import { LIVE, type Live } from './live/live.ts';
import { guards } from './security/guards.ts';

@Module({})
class ServerModule {}

/** What the server is made around: all of it is there before Nest is. */
export interface Parts {
  readonly engine: Engine;
  readonly accounts: Accounts;
  readonly live: Live;
  readonly fixing: Fixing;
}

/** The server's parts, around an engine that is open already. */
export function serverAround({ engine, accounts, live, fixing }: Parts): DynamicModule {
  return {
    module: ServerModule,
    controllers: [HealthController, AccountsController, ConsoleController, RunsController, DeskController],
    providers: [
      { provide: ENGINE, useValue: engine },
      { provide: ACCOUNTS, useValue: accounts },
      { provide: LIVE, useValue: live },
      { provide: FIXING, useValue: fixing },
      Audiences,
      LiveGateway,
      ...guards,
    ],
  };
}

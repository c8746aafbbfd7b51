import type { Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ACCOUNTS } from '../accounts/accounts.ts';
import { accountGuard } from '../accounts/guard.ts';
import { ENGINE, type Engine } from '../engine.ts';
import { Faults } from '../http/faults.ts';
import { limits } from '../http/limited.ts';
import { validated } from '../http/validated.ts';

/** What stands before every route, and what answers when something is thrown. */
export const guards: readonly Provider[] = [
  { provide: APP_GUARD, useFactory: limits },
  { provide: APP_GUARD, inject: [ACCOUNTS], useFactory: accountGuard },
  { provide: APP_PIPE, useFactory: validated },
  { provide: APP_FILTER, inject: [ENGINE], useFactory: ({ settings }: Engine) => new Faults(settings) },
];

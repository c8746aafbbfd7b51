import { hasWorkers } from '@moot/store';
import type { Engine } from './engine.ts';

export interface Health {
  readonly database: 'ok' | 'unreachable';
  /** Whether somebody takes turns: this process or another. */
  readonly workers: 'ok' | 'none';
  readonly roles: readonly string[];
}

/** How the parts of an engine are. */
export async function healthOf({ means, settings }: Engine): Promise<Health> {
  const roles = settings.ROLES;
  try {
    return { database: 'ok', workers: (await hasWorkers(means.database)) ? 'ok' : 'none', roles };
  } catch {
    return { database: 'unreachable', workers: 'none', roles };
  }
}

import { inject } from 'vitest';
import { copyOf } from './database.ts';
import type { TestDatabase } from './database.ts';
// What it declares of the run's context is to be known wherever a database is asked for.
import type {} from './setup.ts';

/** A migrated database for one test file, on the server that `@moot/store/testing/setup` started for the run. */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf(inject('postgres'));
}

export type { TestDatabase };

import type { OpenTable } from '../open-table.ts';
import type { Database } from './database.ts';

/** What the store takes from outside: where it keeps things, how tables are set, and time and names. */
export interface Means {
  readonly database: Database;
  readonly openTable: OpenTable;
  /** A new name that no other thing has. */
  readonly ids: () => string;
  readonly clock: () => Date;
}

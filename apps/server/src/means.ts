import { randomBytes } from 'node:crypto';
import type { Table, Transcript } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import type { Database, Means } from '@moot/store';

/** What the store works with besides the database: the listed protocols, names for things, and the time. */
export function meansOf(database: Database): Means {
  return { database, openTable, ids: newId, clock: () => new Date() };
}

/** Twelve hexadecimal digits at random. */
function newId(): string {
  return randomBytes(6).toString('hex');
}

/** Sets a table of a listed protocol, as a run was begun with it. */
export function openTable(name: string, version: string, setup: unknown, moves: Transcript): Table {
  const listed = protocols.find((each) => each.name === name);
  if (!listed) throw new Error(`a run was begun with the protocol ${name}, which is not listed`);
  if (major(listed.version) !== major(version))
    throw new Error(`a run was begun with ${name} ${version}; here is ${listed.version}, with other rules`);
  return listed.table(setup, moves);
}

function major(version: string): string | undefined {
  return version.split('.')[0];
}

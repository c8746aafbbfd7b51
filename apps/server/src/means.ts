import { randomBytes } from 'node:crypto';
import type { Table, Transcript } from '@moot/protocol';
import { protocols } from '@moot/protocols';

/** A new name for a thing: twelve hexadecimal digits at random. */
export function newId(): string {
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

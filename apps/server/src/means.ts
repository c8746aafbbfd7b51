import { randomBytes } from 'node:crypto';
import type { Listed, Table } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import type { Database, Means, Opening, RecordTable } from '@moot/store';

/** What the store works with besides the database: the listed protocols, names for things, and the time. */
export function meansOf(database: Database): Means {
  return { database, openTable, ids: newId, clock: () => new Date() };
}

/** Twelve hexadecimal digits at random. */
function newId(): string {
  return randomBytes(6).toString('hex');
}

/** Sets a table of a listed protocol, as a run was begun with it. */
export function openTable({ protocol, version, setup, moves, judged }: Opening): Table {
  const listed = listedFor({ protocol, version });
  return judged ? listed.again(judged, setup, moves) : listed.table(setup, moves);
}

/** Sets the table of a run of a published study, for its import alone. */
export const recordTable: RecordTable = ({ setup, moves, judged, ...named }) =>
  listedFor(named).recorded(setup, moves, judged);

function listedFor({ protocol, version }: Pick<Opening, 'protocol' | 'version'>): Listed {
  const listed = protocols.find(({ name }) => name === protocol);
  if (!listed) throw new Error(`a run was begun with the protocol ${protocol}, which is not listed`);
  if (major(listed.version) !== major(version))
    throw new Error(`a run was begun with ${protocol} ${version}; here is ${listed.version}, with other rules`);
  return listed;
}

function major(version: string): string | undefined {
  return version.split('.')[0];
}

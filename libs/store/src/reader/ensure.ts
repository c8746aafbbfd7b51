import { createHash } from 'node:crypto';
import pg from 'pg';
import { connect } from '../connect.ts';
import { hasCode } from '../thrown.ts';
import { readerPassword, verifier } from './password.ts';
import { CALLABLE, DANGEROUS, EXCESS, limits, rights, withdrawal } from './recipe.ts';
import type { Names, Step } from './recipe.ts';

/** The role that may read the schema `results` of one database, and nothing else. */
export interface Reader {
  readonly role: string;
  /** The address of the database with the role and its password. */
  readonly url: string;
  /** The application's own address, from where a query that runs too long is ended. */
  readonly owner: string;
  /** What could not be forbidden to the role here, in words; on a server of one's own there is nothing. */
  readonly open: readonly string[];
}

/** Makes the reader role of a database, or makes it safe again. Several may do it at once, and as often as they like. */
export async function ensureReader(url: string): Promise<Reader> {
  const client = await connect(url);
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const reader = await makeReader(client, url);
    await client.query('commit');
    return reader;
  } finally {
    await client.end();
  }
}

async function makeReader(client: pg.Client, url: string): Promise<Reader> {
  const names = await namesOf(client);
  const password = await makeRole(client, names);
  const withdrawals = (await callable(client, names)).flatMap((signature) => withdrawal(signature, names));
  const lacks = await follow(client, [...rights(names), ...limits(names), ...withdrawals]);
  const open = await excess(client, names, lacks);
  return { role: names.reader, url: addressFor(url, names.reader, password), owner: url, open };
}

/** Held while anybody works on the role; nobody else uses that number. */
const LOCK = 7_250_120;

async function namesOf(client: pg.Client): Promise<Names> {
  const { rows } = await client.query<{ database: string; owner: string }>(
    'select current_database() as database, current_user as owner',
  );
  const { database, owner } = rows[0] ?? { database: '', owner: '' };
  return { database, owner, reader: readerOf(database) };
}

/** Roles belong to the whole server, so the name says the database; at most 63 bytes, as Postgres has it. */
export function readerOf(database: string): string {
  const name = `${database}_reader`;
  if (Buffer.byteLength(name) <= 63) return name;
  return `moot_${createHash('sha256').update(database).digest('hex').slice(0, 16)}_reader`;
}

async function makeRole(client: pg.Client, { database, reader, owner }: Names): Promise<string> {
  const role = pg.escapeIdentifier(reader);
  const note = `Reads the schema results of the database ${database} for Moot`;
  await refuseStranger(client, reader, note);
  const password = await readerPassword(client);
  try {
    await client.query(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`);
    await client.query(`alter role ${role} login noinherit password '${verifier(password)}'`);
    await client.query(`comment on role ${role} is ${pg.escapeLiteral(note)}`);
    return password;
  } catch (cause) {
    if (!hasCode(cause, '42501')) throw cause;
    const remedy = `Give it the right to: alter role ${pg.escapeIdentifier(owner)} createrole;`;
    throw new Error(
      `The role ${owner} may not make the role ${reader}, which reads the results for moot sql. ${remedy}`,
      { cause },
    );
  }
}

/** A role of that name that is not ours keeps its password. */
async function refuseStranger(client: pg.Client, reader: string, note: string): Promise<void> {
  const { rows } = await client.query<{ note: string | null }>(
    `select shobj_description(oid, 'pg_authid') as note from pg_roles where rolname = $1`,
    [reader],
  );
  const [found] = rows;
  if (!found || found.note === note) return;
  throw new Error(
    `The server has a role ${reader} that Moot has not made. Rename or drop it: Moot needs that name for the readers of this database.`,
  );
}

/** Takes the steps that may be taken here, and gives what is lacking then. What leaves a trace is looked at afterwards. */
async function follow(client: pg.Client, steps: readonly Step[]): Promise<readonly string[]> {
  const lacks: string[] = [];
  for (const { sql, lack } of steps) {
    const isDone = await attempt(client, sql);
    if (!isDone && lack !== undefined) lacks.push(lack);
  }
  return lacks;
}

async function attempt(client: pg.Client, sql: string): Promise<boolean> {
  try {
    await client.query(`savepoint step; ${sql}; release savepoint step`);
    return true;
  } catch (cause) {
    if (!hasCode(cause, ...REFUSALS)) throw cause;
    await client.query('rollback to savepoint step');
    return false;
  }
}

/** Not allowed to this role; not known to this version; not on this platform; granted already the other way round. */
const REFUSALS = ['42501', '42704', '22023', '0LP01'];

async function callable(client: pg.Client, { reader }: Names): Promise<readonly string[]> {
  const { rows } = await client.query<{ signature: string }>(CALLABLE, [reader, DANGEROUS]);
  return rows.map((row) => row.signature);
}

async function excess(client: pg.Client, names: Names, lacks: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ lack: string }>(EXCESS, [names.reader]);
  const functions = (await callable(client, names)).map((signature) => `${signature} can be called`);
  return [...lacks, ...rows.map((row) => row.lack), ...functions];
}

function addressFor(url: string, role: string, password: string): string {
  const address = new URL(url);
  address.username = encodeURIComponent(role);
  address.password = password;
  return address.href;
}

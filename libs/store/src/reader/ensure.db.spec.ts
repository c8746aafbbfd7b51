import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../connect.ts';
import { testDatabase } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { ensureReader, readerOf } from './ensure.ts';
import { readOnlyQuery } from './query.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

it('makes one role with one password, however many make it at once', async () => {
  const readers = await Promise.all([1, 2, 3, 4].map(() => ensureReader(database.url)));
  expect(new Set(readers.map((reader) => reader.url)).size).toBe(1);
  expect(await whoAmI(readers[0]?.url ?? '')).toBe(readers[0]?.role);
});

it('gives a new password to a role whose password was lost with its database', async () => {
  const before = await ensureReader(database.url);
  await asApplication(`delete from setting where key = 'reader.password'`);
  const after = await ensureReader(database.url);
  expect(after.url).not.toBe(before.url);
  expect(await whoAmI(after.url)).toBe(after.role);
});

it('leaves a role of that name alone that somebody else has made', async () => {
  const name = readerOf(new URL(database.url).pathname.slice(1));
  await asApplication(`create role ${name} login password 'theirs'`);
  await expect(ensureReader(database.url)).rejects.toThrow(`The server has a role ${name} that Moot has not made.`);
});

it('forbids again what was allowed in the meantime', async () => {
  await ensureReader(database.url);
  await asApplication(
    'grant execute on function pg_sleep(double precision) to public; grant create on schema public to public',
  );
  const { open } = await ensureReader(database.url);
  expect(open).toEqual([]);
});

it('keeps a role’s name within what Postgres takes, and different for different databases', () => {
  const long = 'a'.repeat(60);
  expect(readerOf('moot')).toBe('moot_reader');
  expect(readerOf(long)).toHaveLength(28);
  expect(readerOf(long)).not.toBe(readerOf(`${long}b`));
});

it('works for an application that is no superuser, and says what it could not forbid', async () => {
  const url = await asOwner('createrole');
  const reader = await ensureReader(url);
  expect(reader.open).toContain('pg_sleep(double precision) can be called');
  expect(reader.open).toContain('temp_file_limit: queries can fill the disk with temporary files');
  expect(reader.open).not.toContain(expect.stringContaining('temporary tables'));

  const stubborn = readOnlyQuery({ reader, sql: 'select pg_sleep(1000)', maxRows: 1, timeoutMs: 100 });
  await expect(stubborn).rejects.toThrow(/took longer than 0.1 s/);
});

it('says what an application lacks that may make no role', async () => {
  const url = await asOwner('nocreaterole');
  await expect(ensureReader(url)).rejects.toThrow(/may not make the role .+ alter role "\w+_owner" createrole;/);
});

/** The address of the database with a role that owns it and is no superuser, as on somebody else's server. */
async function asOwner(right: 'createrole' | 'nocreaterole'): Promise<string> {
  const address = new URL(database.url);
  const name = address.pathname.slice(1);
  const owner = `${name}_owner`;
  await asApplication(`create role ${owner} login password 'owner' ${right};
    alter database ${name} owner to ${owner}; alter schema results owner to ${owner}; grant all on setting to ${owner};
    grant all on all tables in schema results to ${owner} with grant option`);
  address.username = owner;
  address.password = 'owner';
  return address.href;
}

async function whoAmI(url: string): Promise<unknown> {
  const client = await connect(url);
  const { rows } = await client.query<{ name: string }>('select current_user as name').finally(() => client.end());
  return rows[0]?.name;
}

async function asApplication(sql: string): Promise<void> {
  const client = await connect(database.url);
  await client.query(sql).finally(() => client.end());
}

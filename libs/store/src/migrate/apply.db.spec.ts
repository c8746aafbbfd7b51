import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { connect } from '../connect.ts';
import { copyOf } from '../testing/database.ts';
import type { TestDatabase } from '../testing/database.ts';
import { inProcess, temporaryFolder } from '../testing/places.ts';
import type { TemporaryFolder } from '../testing/places.ts';
import { migrate, ownMigrations } from './apply.ts';

let database: TestDatabase;
let place: TemporaryFolder;
let folder: string;

beforeEach(async () => {
  database = await copyOf({ ...inject('postgres'), template: 'template0' });
  place = await temporaryFolder();
  folder = place.path;
  await cp(join(ownMigrations(), 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
});
afterEach(async () => {
  await database.drop();
  await place.remove();
});

it('applies what is new, in order, and nothing twice', async () => {
  await write('1_one', 'create table one (id int primary key)');
  expect(await run()).toEqual(['1_one']);
  await write('2_two', 'create table two (one int references one)');
  expect(await run()).toEqual(['2_two']);
  expect(await run()).toEqual([]);
});

it('takes scripts with semicolons in strings, comments and function bodies, and tables with a CHECK', async () => {
  await write(
    '1_all',
    `create table kept (word text check (word <> ';')); -- not yet; but soon
     create function shout(word text) returns text language plpgsql as $$ begin word := upper(word); return word; end $$;
     do $$ begin insert into kept values ('a;b'); end $$;
     /* the end; or nearly */`,
  );
  await write('2_more', `insert into kept values (shout('c;d')) -- and no newline at the end`);
  expect(await run()).toEqual(['1_all', '2_more']);
  expect(await run()).toEqual([]);
  expect(await ask('select word from kept')).toEqual([{ word: 'a;b' }, { word: 'C;D' }]);
});

it('keeps nothing of a script that fails, and says where it failed', async () => {
  await write('1_good', 'create table good ()');
  await write('2_bad', 'create table half ();\ncreate table bad (what nonsense);');
  await expect(run()).rejects.toThrow(
    `(${join(folder, '2_bad', 'migration.sql')}, line 2, column 24): type "nonsense" does not exist. Nothing of it has been kept.`,
  );
  expect(await ask(`select to_regclass('good') is not null as good, to_regclass('half') is not null as half`)).toEqual([
    { good: true, half: false },
  ]);
});

it('applies a script that has been mended', async () => {
  await write('1_one', 'create table one (what nonsense)');
  await expect(run()).rejects.toThrow(/nonsense/);
  await expect(run()).rejects.toThrow(/nonsense/);
  await write('1_one', 'create table one (what text)');
  expect(await run()).toEqual(['1_one']);
});

it('lets one of several do it when they start at once', async () => {
  await write('1_slow', 'create table slow (); select pg_sleep(0.5);');
  const lines = `import { migrate } from ${JSON.stringify(import.meta.resolve('./apply.ts'))};
    console.log(JSON.stringify(await migrate('${database.url}', { folder: '${folder}' })))`;
  const answers = await Promise.all([inProcess(lines), inProcess(lines), run().then((names) => JSON.stringify(names))]);
  expect(answers.sort()).toEqual(['["1_slow"]', '[]', '[]']);
});

it('goes on after it was killed before or after a script took effect', async () => {
  await write('1_one', 'create table one ()');
  await write('2_two', 'create table two ()');
  await write('3_three', 'create table three ()');
  await run();
  // What a killed process leaves behind: 2 ran and was not noted as finished, 3 was begun and did not run.
  await ask(`update _prisma_migrations set finished_at = null where migration_name > '2'`);
  await ask(`update _prisma_migrations set logs = null where migration_name = '3_three'`);
  await ask('drop table three');
  expect(await run()).toEqual(['3_three']);
});

it('leaves a database alone that a newer Moot has made', async () => {
  await write('1_one', 'create table one ()');
  await write('2_newer', 'create table newer ()');
  await run();
  await rm(join(folder, '2_newer'), { recursive: true });
  await expect(run()).rejects.toThrow('made by a newer Moot: it has 2_newer, which this one does not know');
});

it('says which database cannot be reached, without its password', async () => {
  const fault = migrate('postgresql://moot:secret@127.0.0.1:1/elsewhere');
  await expect(fault).rejects.toThrow('The database elsewhere at 127.0.0.1:1 (user moot) cannot be used');
  await expect(fault).rejects.not.toThrow(/secret/);
});

it('applies its own migrations', async () => {
  await migrate(database.url);
  expect(await migrate(database.url)).toEqual([]);
});

function run(): Promise<readonly string[]> {
  return migrate(database.url, { folder });
}

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function ask(sql: string): Promise<unknown[]> {
  const client = await connect(database.url);
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

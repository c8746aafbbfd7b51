import { describe, expect, it } from 'vitest';
import { reading } from '../testing/reading.ts';

const database = reading();
const { ask, askBare } = database;

describe('what can be read', () => {
  it('is the schema results, with what is added to it later', async () => {
    await database.app.query('create view results.later as select 2 as n');
    expect(await ask('select n from results.shown union all select n from later order by n')).toEqual([['1'], ['2']]);
  });

  it.each([
    'select * from public.secret',
    'select * from graphile_worker.jobs',
    'select value from public.setting',
    'select * from pg_authid',
  ])('is not: %s', async (sql) => {
    await expect(ask(sql)).rejects.toThrow(/permission denied for .+ What can be read here is the schema results/);
    await expect(askBare(sql)).rejects.toThrow(/permission denied/);
  });

  it.each([
    `select pg_read_file('/etc/passwd')`,
    `select pg_ls_dir('/')`,
    `select lo_import('/etc/passwd')`,
    `select * from pg_file_settings`,
  ])('is no file of the server: %s', async (sql) => {
    await expect(askBare(sql)).rejects.toThrow(/permission denied/);
  });

  it('is not what others are asking', async () => {
    await database.app.query(`select 'a query of the application'`);
    const seen = await askBare(
      `select query from pg_stat_activity where query like '%of the application%' and pid <> pg_backend_pid()`,
    );
    expect(seen).toEqual([]);
  });
});

describe('what would write', () => {
  it.each([
    ['two statements', 'select 1; select 2', /cannot insert multiple commands.+One query/],
    ['a way out of the transaction', 'commit; delete from public.secret; select 1', /syntax error.+One query/],
    ['a way out behind a query', 'select 1; commit; delete from public.secret', /multiple commands/],
    ['a way out behind a comment', '/* harmless */ commit', /syntax error/],
    ['a lone setting', 'set statement_timeout = 0', /syntax error/],
    ['code', 'do $$ begin end $$', /syntax error/],
    ['a copy', 'copy results.shown to stdout', /syntax error/],
    ['a copy to a program', `copy (select 1) to program 'id'`, /syntax error/],
    ['a notification', 'notify jobs', /syntax error/],
    ['a lock', 'lock table results.shown', /syntax error/],
    [
      'a deletion in WITH',
      'with gone as (delete from public.secret returning *) select * from gone',
      /a query must not contain data-modifying/,
    ],
    ['a lock on rows', 'select * from results.shown for update', /permission denied/],
    ['a new table', 'select 1 as n into results.mine', /must not|INTO|cannot/],
    ['a closed bracket', 'select 1) to stdout; --', /syntax error/],
  ])('is refused: %s', async (_, sql, words) => {
    await expect(ask(sql)).rejects.toThrow(words);
    expect((await database.app.query('select * from public.secret')).rowCount).toBe(1);
  });

  it('is refused to the bare role too, in a transaction that it opens for writing', async () => {
    await expect(askBare('begin read write; delete from public.secret')).rejects.toThrow(/permission denied/);
    await expect(askBare('begin read write; create table results.mine ()')).rejects.toThrow(/permission denied/);
    await expect(askBare('begin read write; create table public.mine ()')).rejects.toThrow(/permission denied/);
    await expect(askBare('begin read write; create temporary table mine ()')).rejects.toThrow(/permission denied/);
    await expect(askBare('create view results.mine as select 1')).rejects.toThrow(/read-only/);
    await expect(askBare(`do $$ begin perform 1; end $$`)).rejects.toThrow(/permission denied for language/);
    await expect(askBare('create role mine')).rejects.toThrow(/permission denied|read-only/);
    await expect(askBare('set role moot')).rejects.toThrow(/permission denied/);
    await expect(askBare('reset session authorization; set session authorization moot')).rejects.toThrow(
      /permission denied/,
    );
    await expect(askBare(`set temp_file_limit = -1`)).rejects.toThrow(/permission denied/);
  });
});

describe('functions that reach around a transaction', () => {
  it.each([
    'pg_advisory_lock(1)',
    'pg_advisory_lock(1, 2)',
    'pg_try_advisory_lock(1)',
    'pg_advisory_xact_lock_shared(1)',
    'pg_advisory_unlock_all()',
    `pg_notify('jobs:insert', '')`,
    'pg_sleep(10)',
    `pg_sleep_for('10 s')`,
    `pg_sleep_until(now() + interval '10 s')`,
    'pg_cancel_backend(1)',
    'pg_terminate_backend(1)',
    'lo_create(0)',
    'lo_creat(-1)',
    `lo_from_bytea(0, 'x')`,
    'lo_open(1, 1)',
    'loread(1, 1)',
    `lo_export(1, '/tmp/x')`,
    `set_config('statement_timeout', '0', false)`,
    `pg_logical_emit_message(false, 'x', 'y')`,
    'pg_export_snapshot()',
    'pg_reload_conf()',
    'pg_rotate_logfile()',
    'pg_switch_wal()',
  ])('%s is nobody’s but the application’s', async (call) => {
    await expect(ask(`select ${call}`)).rejects.toThrow(/permission denied for function/);
    await expect(askBare(`select ${call}`)).rejects.toThrow(/permission denied for function/);
  });

  it('are still the application’s own', async () => {
    await database.app.query(
      `select pg_advisory_lock(1), pg_advisory_unlock(1), pg_notify('jobs:insert', ''), pg_sleep(0)`,
    );
    await database.app.query(`select graphile_worker.add_job('take')`);
  });

  it('are all of them: nothing is left open on a server of one’s own', () => {
    expect(database.reader.open).toEqual([]);
  });
});

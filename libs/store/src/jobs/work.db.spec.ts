import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TurnRef } from '@moot/runner';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import pg from 'pg';
import { testDatabase } from '../testing/index.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { addJobs } from './queue.ts';
import { promised } from './testing/promised.ts';
import { unlock } from './unlock.ts';
import { work } from './work.ts';

let url: string;
let drop: () => Promise<void>;
let database: Database;
let plain: pg.Pool;

beforeAll(async () => {
  ({ url, drop } = await testDatabase());
  database = openDatabase(url);
  plain = new pg.Pool({ connectionString: url, max: 1 });
  plain.on('error', () => undefined);
});
beforeEach(() => plain.query('truncate graphile_worker._private_jobs, worker'));
afterAll(async () => {
  await Promise.all([database.$disconnect(), plain.end()]);
  await drop();
});

const telling = (tell: (run: string) => void) => (turn: TurnRef) => {
  tell(turn.run);
  return Promise.resolve();
};
const turn = (run: string): TurnRef => ({ run, seat: 'A', kind: 'speech', at: 'round 1', version: 1 });
const add = (...runs: readonly string[]) => database.$queryRaw(addJobs(runs.map(turn)));
const jobs = async () =>
  (await plain.query<{ key: string; locked_by: string | null }>('select key, locked_by from graphile_worker.jobs'))
    .rows;

it('takes each turn once, and several at once', async () => {
  const taken: string[] = [];
  const all = promised<undefined>();
  await add('r1', 'r2', 'r3', 'r4');
  const working = await work({
    databaseUrl: url,
    concurrency: 4,
    take: async ({ run }) => {
      taken.push(run);
      if (taken.length === 4) all.resolve(undefined);
      await all.promise;
    },
  });
  await all.promise;
  await working.stop();

  expect(taken.sort()).toEqual(['r1', 'r2', 'r3', 'r4']);
  expect(await jobs()).toEqual([]);
  expect((await plain.query('select * from worker')).rows).toEqual([]);
});

it('has a pool in the register before it takes anything, under the name that locks its jobs', async () => {
  const seen = promised<readonly unknown[]>();
  await add('r1');
  const working = await work({
    databaseUrl: url,
    concurrency: 2,
    take: async () => {
      const { rows } = await plain.query(
        'select locked_by, pid from graphile_worker.jobs join worker on pool_id = locked_by',
      );
      seen.resolve(rows);
    },
  });
  expect(await seen.promise).toEqual([{ locked_by: working.poolId(), pid: process.pid }]);
  await working.stop();
});

it('keeps a job whose turn could not be taken, and a worker that starts later tries it at once', async () => {
  const lines: string[] = [];
  const failed = promised<undefined>();
  await add('r1');
  const first = await work({
    databaseUrl: url,
    concurrency: 1,
    log: (line) => void lines.push(line),
    take: () => {
      failed.resolve(undefined);
      return Promise.reject(new Error('the world is gone'));
    },
  });
  await failed.promise;
  await first.stop();
  expect(await jobs()).toMatchObject([{ key: 'r1 A speech round 1 1', locked_by: null }]);
  expect(lines.join()).toContain('the world is gone');

  const taken = promised<string>();
  const second = await work({
    databaseUrl: url,
    concurrency: 1,
    take: telling(taken.resolve),
  });
  expect(await taken.promise).toBe('r1');
  await second.stop();
  expect(await jobs()).toEqual([]);
});

it('gives the signal when it is stopped, and leaves the unfinished turn to others', async () => {
  const begun = promised<undefined>();
  await add('r1');
  const working = await work({
    databaseUrl: url,
    concurrency: 1,
    patience: 0,
    take: async (_turn, signal) => {
      begun.resolve(undefined);
      await once(signal, 'abort');
    },
  });
  await begun.promise;
  await working.stop();
  expect(await jobs()).toMatchObject([{ locked_by: null }]);
});

it('takes the turns of a process that was killed in the middle', async () => {
  await add('r1');
  const script = fileURLToPath(new URL('testing/stuck-worker.ts', import.meta.url));
  const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await jobs()).map(({ locked_by }) => locked_by?.slice(0, 5))).toEqual(['pool-']);

  const taken = promised<string>();
  const working = await work({
    databaseUrl: url,
    concurrency: 1,
    take: telling(taken.resolve),
  });
  expect(await taken.promise).toBe('r1');
  await working.stop();
});

it('frees the jobs of pools of other hosts only when they are silent or not entered', async () => {
  const judged = { alive: [], silentFor: 6000, log: () => undefined };
  await add('r1', 'r2', 'r3');
  await plain.query(`insert into worker values
    ('slow', 'elsewhere', 1, now(), now() - interval '5 s'), ('silent', 'elsewhere', 1, now(), now() - interval '7 s')`);
  const lock = (run: string, pool: string) =>
    plain.query('update graphile_worker._private_jobs set locked_at = now(), locked_by = $2 where key like $1', [
      `${run} %`,
      pool,
    ]);
  await lock('r1', 'slow');
  await lock('r2', 'silent');
  await lock('r3', 'unheard-of');

  await unlock(plain, { ...judged, silentFor: undefined });
  expect((await jobs()).map(({ locked_by }) => locked_by)).toEqual(expect.arrayContaining(['slow', 'silent', null]));
  await unlock(plain, judged);
  expect((await jobs()).flatMap(({ locked_by }) => locked_by ?? [])).toEqual(['slow']);
});

it('goes on with a new pool when the database was away at the end of a turn', async () => {
  const admin = new pg.Client(url.replace(/\/[^/]+$/, '/postgres'));
  await admin.connect();
  const name = new URL(url).pathname.slice(1);
  const allow = (isAllowed: boolean) =>
    admin.query(`alter database ${name} with allow_connections ${String(isAllowed)}`);
  const again = promised<undefined>();
  const brokenOff = promised<undefined>();
  let times = 0;
  await add('r1');
  const working = await work({
    databaseUrl: url,
    concurrency: 1,
    log: (line) => (/break|broke|abort|fail/i.test(line) ? brokenOff.resolve(undefined) : undefined),
    take: async () => {
      times += 1;
      if (times === 2) again.resolve(undefined);
      if (times > 1) return;
      await allow(false);
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    },
  });
  const [before] = [working.poolId()];
  await brokenOff.promise;
  await allow(true);
  await again.promise;
  expect(working.poolId()).not.toBe(before);
  await working.stop();
  await admin.end();
  expect(await jobs()).toEqual([]);
});

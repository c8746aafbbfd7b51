import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connect } from '../connect.ts';
import { promised } from './testing/promised.ts';
import { openQueue, telling, type Queue } from './testing/queue.ts';
import { unlock } from './unlock.ts';
import { work } from './work.ts';

let queue: Queue;
beforeAll(async () => (queue = await openQueue()));
beforeEach(() => queue.clear());
afterAll(() => queue.close());

it('takes the turns of a process that was killed in the middle', async () => {
  await queue.add('r1');
  const script = fileURLToPath(new URL('testing/stuck-worker.ts', import.meta.url));
  const child = spawn(process.execPath, [script, queue.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await queue.jobs()).map(({ locked_by }) => locked_by?.slice(0, 5))).toEqual(['pool-']);

  const taken = promised<string>();
  const working = await work({
    databaseUrl: queue.url,
    concurrency: 1,
    take: telling(taken.resolve),
  });
  expect(await taken.promise).toBe('r1');
  await working.stop();
});

it('frees the jobs of pools of other hosts only when they are silent or not entered', async () => {
  const judged = { alive: [], silentFor: 6000, log: () => undefined };
  await queue.add('r1', 'r2', 'r3');
  await queue.plain.query(`insert into worker values
    ('slow', 'elsewhere', 1, now(), now() - interval '5 s'), ('silent', 'elsewhere', 1, now(), now() - interval '7 s')`);
  const lock = (run: string, pool: string) =>
    queue.plain.query('update graphile_worker._private_jobs set locked_at = now(), locked_by = $2 where key like $1', [
      `${run} %`,
      pool,
    ]);
  await lock('r1', 'slow');
  await lock('r2', 'silent');
  await lock('r3', 'unheard-of');

  await unlock(queue.plain, { ...judged, silentFor: undefined });
  expect((await queue.jobs()).map(({ locked_by }) => locked_by)).toEqual(
    expect.arrayContaining(['slow', 'silent', null]),
  );
  await unlock(queue.plain, judged);
  expect((await queue.jobs()).flatMap(({ locked_by }) => locked_by ?? [])).toEqual(['slow']);
});

it('goes on with a new pool when the database was away at the end of several turns', async () => {
  const admin = await connect(queue.url.replace(/\/[^/]+$/, '/postgres'));
  const name = new URL(queue.url).pathname.slice(1);
  const allow = (isAllowed: boolean) =>
    admin.query(`alter database ${name} with allow_connections ${String(isAllowed)}`);
  const [allBegun, brokenOff, again] = [promised<undefined>(), promised<undefined>(), promised<undefined>()];
  const taken: string[] = [];
  await queue.add('r1', 'r2', 'r3');
  const working = await work({
    databaseUrl: queue.url,
    concurrency: 3,
    log: (line) => {
      if (line.includes('Failed to complete jobs')) brokenOff.resolve(undefined);
    },
    take: async ({ run }) => {
      taken.push(run);
      if (taken.length === 6) again.resolve(undefined);
      if (taken.length > 3) return;
      if (taken.length === 3) {
        await allow(false);
        await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
        allBegun.resolve(undefined);
      }
      await allBegun.promise;
    },
  });
  const before = working.poolId();
  await brokenOff.promise;
  await allow(true);
  await again.promise;
  expect(working.poolId()).not.toBe(before);
  await working.stop();
  await admin.end();
  expect(taken.slice(3).sort()).toEqual(['r1', 'r2', 'r3']);
  expect(await queue.jobs()).toEqual([]);
});

it('trusts no notification', async () => {
  const [first, second] = [promised<string>(), promised<string>()];
  await queue.add('r1');
  const working = await work({
    databaseUrl: queue.url,
    concurrency: 1,
    take: ({ run }) => {
      (run === 'r1' ? first : second).resolve(run);
      return Promise.resolve();
    },
  });
  await first.promise;
  await queue.plain.query(`select pg_notify('worker:migrate', '{"breaking": true, "migrationNumber": 99}')`);
  await queue.plain.query(
    `select pg_notify('jobs:insert', '{"count": 1000000}'), pg_notify('jobs:insert', 'nonsense')`,
  );
  await queue.add('r2');
  expect(await second.promise).toBe('r2');
  await working.stop();
  expect(process.exitCode).toBeUndefined();
});

import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { promised } from './testing/promised.ts';
import { openQueue, telling, type Queue } from './testing/queue.ts';
import { work } from './work.ts';

let queue: Queue;
beforeAll(async () => (queue = await openQueue()));
beforeEach(() => queue.clear());
afterAll(() => queue.close());

it('takes each turn once, and several at once', async () => {
  const taken: string[] = [];
  const all = promised<undefined>();
  await queue.add('r1', 'r2', 'r3', 'r4');
  const working = await work({
    databaseUrl: queue.url,
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
  expect(await queue.jobs()).toEqual([]);
  expect((await queue.plain.query('select * from worker')).rows).toEqual([]);
});

it('has a pool in the register before it takes anything, under the name that locks its jobs', async () => {
  const seen = promised<readonly unknown[]>();
  await queue.add('r1');
  const working = await work({
    databaseUrl: queue.url,
    concurrency: 2,
    take: async () => {
      const { rows } = await queue.plain.query(
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
  await queue.add('r1');
  const first = await work({
    databaseUrl: queue.url,
    concurrency: 1,
    log: (line) => void lines.push(line),
    take: () => {
      failed.resolve(undefined);
      return Promise.reject(new Error('the world is gone'));
    },
  });
  await failed.promise;
  await first.stop();
  expect(await queue.jobs()).toMatchObject([{ key: 'r1 A speech round 1 1', locked_by: null }]);
  expect(lines.join()).toContain('the world is gone');

  const taken = promised<string>();
  const second = await work({
    databaseUrl: queue.url,
    concurrency: 1,
    take: telling(taken.resolve),
  });
  expect(await taken.promise).toBe('r1');
  await second.stop();
  expect(await queue.jobs()).toEqual([]);
});

it('gives the signal when it is stopped, and leaves the unfinished turn to others', async () => {
  const begun = promised<undefined>();
  await queue.add('r1');
  const working = await work({
    databaseUrl: queue.url,
    concurrency: 1,
    patience: 0,
    take: async (_turn, signal) => {
      begun.resolve(undefined);
      await once(signal, 'abort');
    },
  });
  await begun.promise;
  await working.stop();
  expect(await queue.jobs()).toMatchObject([{ locked_by: null }]);
});

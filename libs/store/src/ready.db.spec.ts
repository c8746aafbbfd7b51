import { expect, inject, it, onTestFinished } from 'vitest';
import { connect } from './connect.ts';
import { isQueueInstalled } from './jobs/queue.ts';
import { isMigrated } from './migrate/apply.ts';
import { makeReady } from './ready.ts';
import { copyOf } from './testing/database.ts';
import { testDatabase } from './testing/index.ts';

it('finds a database ready that it has made so, and one without the queue not', async () => {
  const { url, drop } = await testDatabase();
  onTestFinished(drop);
  expect(await looked(url)).toEqual({ isMigrated: true, isQueueInstalled: true });
  const client = await connect(url);
  await client.query('drop schema graphile_worker cascade').finally(() => client.end());
  expect(await looked(url)).toEqual({ isMigrated: true, isQueueInstalled: false });
  await makeReady(url);
  expect(await looked(url)).toEqual({ isMigrated: true, isQueueInstalled: true });
});

it('makes an empty database ready, also when several do it at once', async () => {
  const { url, drop } = await copyOf({ ...inject('postgres'), template: 'template0' });
  onTestFinished(drop);
  expect(await looked(url)).toEqual({ isMigrated: false, isQueueInstalled: false });
  await Promise.all([makeReady(url), makeReady(url)]);
  expect(await looked(url)).toEqual({ isMigrated: true, isQueueInstalled: true });
});

it('refuses a database that a newer Moot has made', async () => {
  const { url, drop } = await testDatabase();
  onTestFinished(drop);
  const client = await connect(url);
  await client
    .query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', '', '9_newer', now())`,
    )
    .finally(() => client.end());
  await expect(makeReady(url)).rejects.toThrow('made by a newer Moot: it has 9_newer');
});

async function looked(url: string) {
  const client = await connect(url);
  try {
    return { isMigrated: await isMigrated(client), isQueueInstalled: await isQueueInstalled(client) };
  } finally {
    await client.end();
  }
}

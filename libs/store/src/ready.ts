import { connect } from './connect.ts';
import { installQueue, isQueueInstalled } from './jobs/queue.ts';
import { isMigrated, migrate } from './migrate/apply.ts';

/**
 * Brings the tables and the queue of a database up to date; several may do it at once. Where nothing is to be done, as at most
 * starts, looking takes one connection, and what would do it is not even loaded.
 */
export async function makeReady(url: string): Promise<void> {
  const client = await connect(url);
  try {
    if ((await isMigrated(client)) && (await isQueueInstalled(client))) return;
  } finally {
    await client.end();
  }
  await migrate(url);
  await installQueue(url);
}

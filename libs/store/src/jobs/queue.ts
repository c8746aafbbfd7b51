import type { TurnRef } from '@moot/runner';
import type { Client } from 'pg';
import { Prisma } from '../generated/client.ts';
import { jobKey, refTo } from './turn-ref.ts';

/** The one task of the queue: take a turn. */
export const TASK = 'take';

/** Makes the queue's own tables, or brings them up to date. */
export async function installQueue(url: string): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ preset: { worker: { connectionString: url } } });
}

/** Whether the queue's tables are those of the graphile-worker that is installed here, by its last migration. */
export async function isQueueInstalled(client: Client): Promise<boolean> {
  const { rows: found } = await client.query<{ has: boolean }>(
    `select to_regclass('graphile_worker.migrations') is not null as has`,
  );
  if (found[0]?.has !== true) return false;
  const { rows } = await client.query<{ last: number | null }>(
    'select max(id) as last from graphile_worker.migrations',
  );
  return rows[0]?.last === LAST_MIGRATION;
}

/** Of graphile-worker's own; where it is another, graphile-worker itself finds out what to do. */
const LAST_MIGRATION = 20;

/** SQL that puts one job a turn in the queue. A job that already waits for the same turn is replaced by it. */
export function addJobs(turns: readonly TurnRef[]): Prisma.Sql {
  const specs = turns.map((turn) => ({
    identifier: TASK,
    payload: refTo(turn.run, turn),
    job_key: jobKey(turn),
    max_attempts: ATTEMPTS,
  }));
  return Prisma.sql`select count(*) from graphile_worker.add_jobs(
    array(select json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json)))`;
}

/** A crash uses up an attempt, and a turn must outlast any number of them. */
const ATTEMPTS = 30_000;

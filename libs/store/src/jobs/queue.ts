import type { TurnRef } from '@moot/runner';
import { runMigrations } from 'graphile-worker';
import { Prisma } from '../generated/client.ts';
import { jobKey, refTo } from './turn-ref.ts';

/** The one task of the queue: take a turn. */
export const TASK = 'take';

/** Makes the queue's own tables, or brings them up to date. */
export async function installQueue(url: string): Promise<void> {
  await runMigrations({ preset: { worker: { connectionString: url } } });
}

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

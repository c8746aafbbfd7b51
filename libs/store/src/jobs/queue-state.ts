import type { Database } from '../postgres/database.ts';
import { STALE } from './register.ts';

/** How the queue is, as whoever watches over it wants to know. */
export interface QueueState {
  /** Pools of workers that give signs of life. */
  readonly workers: number;
  /** Turns that wait to be taken or are being taken. */
  readonly waiting: number;
  /** Turns whose taking was broken off by an error, and which will be taken again. */
  readonly failing: number;
}

export async function queueState(database: Database): Promise<QueueState> {
  const [state] = await database.$queryRaw<QueueState[]>`
    select (select count(*)::int from worker where heartbeat_at > now() - ${STALE}::float8 * interval '1 ms') as workers,
      count(*)::int as waiting, (count(*) filter (where last_error is not null))::int as failing
    from graphile_worker.jobs`;
  return state ?? { workers: 0, waiting: 0, failing: 0 };
}

/** Whether any process takes turns now. */
export async function hasWorkers(database: Database): Promise<boolean> {
  const found = await database.$queryRaw<unknown[]>`
    select 1 from worker where heartbeat_at > now() - ${STALE}::float8 * interval '1 ms' limit 1`;
  return found.length > 0;
}

import type pg from 'pg';
import { isGone, thisProcess } from './process.ts';

/** Which pools are known to live, after how many ms of silence others count as dead, and who is told. */
export interface Judgement {
  readonly alive: readonly string[];
  readonly silentFor: number | undefined;
  readonly log: (line: string) => void;
}

/**
 * Frees the jobs of pools that are dead: not in the register, silent, or of a process of this host that has ended. A silent
 * pool stays in the register for a day: had it only been slow, jobs that it locks later would pass for those of a dead one.
 */
export async function unlock(database: pg.Pool, { alive, silentFor, log }: Judgement): Promise<void> {
  const ended = await endedHere(database, alive);
  await database.query(`delete from worker where pool_id = any ($1) or heartbeat_at < now() - interval '1 day'`, [
    ended,
  ]);
  const { rows } = await database.query<{ readonly id: string; readonly jobs: number }>(
    `select job.locked_by as id, count(*)::int as jobs
     from graphile_worker.jobs job left join worker on worker.pool_id = job.locked_by
     where job.locked_by is not null and job.locked_by <> all ($1)
       and (worker.pool_id is null or worker.heartbeat_at < now() - $2::float8 * interval '1 ms')
     group by job.locked_by`,
    [alive, silentFor ?? null],
  );
  if (rows.length === 0) return;

  await database.query('select graphile_worker.force_unlock_workers($1)', [rows.map(({ id }) => id)]);
  const jobs = rows.reduce((sum, row) => sum + row.jobs, 0);
  log(`worker: ${jobs} ${jobs === 1 ? 'turn' : 'turns'} of a worker that died can be taken again`);
}

/** Makes jobs that wait to be tried again due in so many ms, if they would be later. */
export async function hasten(database: pg.Pool, ms: number): Promise<void> {
  await database.query(
    `select count(*) from graphile_worker.reschedule_jobs(
       array(select id from graphile_worker.jobs where locked_at is null and run_at > now() + $1::float8 * interval '1 ms'),
       run_at => now() + $1::float8 * interval '1 ms')`,
    [ms],
  );
}

/** The pools of processes of this host that have ended. */
async function endedHere(database: pg.Pool, alive: readonly string[]): Promise<readonly string[]> {
  const { host, pid: own } = thisProcess();
  const { rows } = await database.query<{ readonly id: string; readonly pid: number }>(
    'select pool_id as id, pid from worker where host = $1',
    [host],
  );
  return rows.filter(({ id, pid }) => !alive.includes(id) && (pid === own || isGone(pid))).map(({ id }) => id);
}

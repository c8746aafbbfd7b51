import type { Failure, Settlement, TurnRef } from '@moot/runner';
import { addJobs } from '../jobs/queue.ts';
import { isOf } from './calls.ts';
import type { Database } from './database.ts';
import type { Means } from './means.ts';
import { storable } from './storable.ts';
import { told } from './told.ts';

/** Keeps that a turn has failed; while that is not settled, it cannot fail again. */
export async function fail({ database, ids, clock }: Means, turn: TurnRef, { cause, words }: Failure): Promise<void> {
  const { run, seat, kind, at, version } = turn;
  await database.$executeRaw`
    insert into failure (id, run_id, seat, kind, at, version, cause, words, failed_at, calls_before)
    select ${ids()}, ${run}, ${seat}, ${kind}, ${at}, ${version}, ${cause}, ${storable(words)}, ${clock()},
      coalesce(max(attempt), 0) from model_call where ${isOf(turn)}
    on conflict (run_id, seat, kind, at, version) where settled_at is null do nothing`;
  await database.$queryRaw`select ${told(run)}`;
}

/** Settles the open failure of a turn, if there is one, notes for the audit what was decided, and puts the job back if the turn is to be retried. */
export async function settle({ database, clock }: Means, turn: TurnRef, settlement: Settlement): Promise<boolean> {
  const { how, by, why } = settlement;
  const at = clock();
  return database.$transaction(async (reach) => {
    const count = await reach.$executeRaw`
      update failure set settled_at = ${at}, settled_how = ${how}, settled_by = ${storable(by)},
        settled_why = ${why === undefined ? null : storable(why)}
      where ${isOf(turn)} and settled_at is null`;
    if (count === 0 && how === 'retried') return false;
    const detail = { ...turn, ...(why !== undefined && { why: storable(why) }) };
    await reach.audit.create({ data: { at, who: storable(by), what: `turn ${how}`, subject: turn.run, detail } });
    if (how === 'retried') await reach.$queryRaw(addJobs([turn]));
    await reach.$queryRaw`select ${told(turn.run)}`;
    return count > 0;
  });
}

/** The turns of a run that have failed and wait for a researcher, oldest first. */
export async function openFailures(database: Database, run: string): Promise<readonly TurnRef[]> {
  return database.$queryRaw<TurnRef[]>`
    select f.run_id as run, f.seat, f.kind, f.at, f.version from failure f
    where f.run_id = ${run} and f.settled_at is null and not exists (
      select from move m where m.run_id = f.run_id
        and (m.seat, m.kind, m.at, m.version) = (f.seat, f.kind, f.at, f.version))
    order by f.failed_at`;
}

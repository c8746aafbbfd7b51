import { waitingForPeople, type Change, type Run } from '@moot/runner';
import { Prisma } from '../generated/client.ts';
import { addJobs } from '../jobs/queue.ts';
import { refTo } from '../jobs/turn-ref.ts';
import { derivedFrom, staleSince, type Derived } from '../results/derived.ts';
import type { Reach } from './database.ts';
import { numeric, numerics } from './numeric.ts';
import { rowOf } from './rows.ts';
import { storable } from './storable.ts';
import { told } from './told.ts';

/** A move that a run is to keep, with all that is committed together with it. */
export interface Addition {
  /** The run with the move. */
  readonly run: Run;
  readonly change: Extract<Change, { readonly ok: true }>;
  readonly at: Date;
}

/** Keeps the last move of a run: the move, what is derived from it, where the run now stands, and jobs for the turns due, in one statement. */
export async function keepMove(reach: Reach, { run, change, at }: Addition): Promise<void> {
  const seq = run.table.moves.length - 1;
  const derived = derivedFrom(run, change.move);
  const stale = staleSince(run.table.moves);
  const jobs = change.due.map((turn) => refTo(run.id, turn));
  await reach.$queryRaw`
    with added as (${insertMove({ run, change, at }, seq)}),
    counted as (
      update run set move_count = ${seq + 1}, begun_at = coalesce(begun_at, ${at}), started_at = coalesce(started_at, ${at}),
        ended_at = ${change.isOver ? Prisma.sql`coalesce(ended_at, ${at})` : null}, awaits = ${change.isOver ? [] : awaited(run)}::text[]
      where id = ${run.id}
    )
    ${derived ? Prisma.sql`, derived as (${insertDerived(derived, { run, change, at }, seq)})` : Prisma.empty}
    ${stale.length > 0 ? markStale(run.id, seq, stale) : Prisma.empty}
    select ${told(run.id)}${jobs.length > 0 ? Prisma.sql`, (${addJobs(jobs)})` : Prisma.empty}`;
}

/** The seats of people for whom the run waits. */
export function awaited(run: Run): string[] {
  return [...new Set(waitingForPeople(run).map(({ seat }) => seat))];
}

function insertMove({ run, change, at }: Addition, seq: number): Prisma.Sql {
  const row = rowOf(change.move);
  return Prisma.sql`
    insert into move (run_id, seq, seat, kind, at, version, by, body, cost, rests, passed, made_at)
    values (${run.id}, ${seq}, ${row.seat}, ${row.kind}, ${row.at}, ${row.version}, ${row.by},
      ${JSON.stringify(row.body)}::jsonb, ${numeric(row.cost)}, ${[...row.rests]}::int[], ${row.passed}, ${at})`;
}

function insertDerived(derived: Derived, { run, change, at }: Addition, seq: number): Prisma.Sql {
  const { judge, judgeKind, judgeModel, belief } = derived;
  const passed = derived.passed === undefined ? null : storable(derived.passed);
  const { seat, at: place } = change.move;
  if (derived.kind === 'belief')
    return Prisma.sql`
      insert into belief (run_id, seq, seat, at, judge, judge_kind, belief, passed, made_at)
      values (${run.id}, ${seq}, ${seat}, ${place}, ${storable(judge)}, ${judgeKind}, ${numerics(belief)}, ${passed}, ${at})`;

  const reason = derived.reason === undefined ? null : storable(derived.reason);
  return Prisma.sql`
    insert into verdict (run_id, seq, seat, judge, judge_kind, judge_model, belief, top, reason, passed, initial, rounds, made_at)
    values (${run.id}, ${seq}, ${seat}, ${storable(judge)}, ${judgeKind}, ${judgeModel ?? null}, ${numerics(belief)},
      ${[...derived.top]}::int[], ${reason}, ${passed}, ${numerics(derived.initial)}, ${derived.rounds}, ${at})`;
}

function markStale(run: string, seq: number, stale: readonly number[]): Prisma.Sql {
  const which = Prisma.sql`run_id = ${run} and stale_since is null and seq = any (${[...stale]}::int[])`;
  return Prisma.sql`,
    stale_verdicts as (update verdict set stale_since = ${seq} where ${which}),
    stale_beliefs as (update belief set stale_since = ${seq} where ${which})`;
}

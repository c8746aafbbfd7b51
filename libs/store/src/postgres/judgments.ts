import type { Judged } from '@moot/experiment';
import type { Database } from './database.ts';
import { STATE, type RunState } from './state.ts';

/** live, or how a finished transcript is shown to be judged again. */
export type Judging = 'live' | Judged['shown'];

/** A judgment of a transcript. Without belief while it is not given, and where it was passed. */
export interface ShownJudgment {
  readonly run: string;
  readonly judging: Judging;
  readonly seat: string;
  readonly judge: string;
  readonly belief: readonly number[] | null;
  readonly state: RunState;
}

/** All judgments of the transcript of a run, its own first, then in the order in which they were begun. */
export async function judgmentsOf(database: Database, run: string): Promise<readonly ShownJudgment[]> {
  return database.$queryRaw<ShownJudgment[]>`
    select run.id as run, run.judging, s.seat, ${STATE} as state,
      coalesce(v.judge, s.sitter ->> 'participant', s.sitter ->> 'model', s.sitter ->> 'script', 'a person') as judge,
      case when v.passed is null then v.belief::float8[] end as belief
    from run cross join lateral jsonb_each(run.seats) as s(seat, sitter)
      left join verdict v on v.run_id = run.id and v.seat = s.seat and v.stale_since is null
    where (run.id = ${run} or run.judged_run_id = ${run}) and (s.seat = 'judge' or s.seat like 'judge %')
    order by run.judged_run_id is not null, run.created_at, run.id, s.seat`;
}

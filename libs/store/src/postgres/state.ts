import { Prisma } from '../generated/client.ts';

/**
 * Where a run stands. `failed`: a turn of it failed and waits for a researcher. `waiting`: a person has a turn, or has yet to
 * open it. `running`: only machines have. It follows from moves and failures.
 */
export type RunState = 'ended' | 'failed' | 'waiting' | 'running';

/** SQL for the state of the run at hand. A failed turn that was taken or passed all the same has not failed any more. */
export const STATE = Prisma.sql`
  case
    when run.ended_at is not null then 'ended'
    when exists (
      select from failure f where f.run_id = run.id and f.settled_at is null and not exists (
        select from move m where m.run_id = f.run_id
          and (m.seat, m.kind, m.at, m.version) = (f.seat, f.kind, f.at, f.version))
    ) then 'failed'
    when cardinality(run.awaits) > 0 or run.begun_at is null then 'waiting'
    else 'running'
  end`;

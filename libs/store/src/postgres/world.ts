import type { Change, Run, TurnRef, World } from '@moot/runner';
import { endLocked, type Ended } from '../people/deadlines.ts';
import { fixLocked, type Fixing } from '../people/fix.ts';
import type { Submitted } from '../people/submissions.ts';
import { callsOf, keepCall } from './calls.ts';
import { reserving } from './caps.ts';
import type { Reach } from './database.ts';
import { fail, settle } from './failures.ts';
import { isTaken, persistently } from './faults.ts';
import { inTurn } from './in-turn.ts';
import { keepMove } from './keep-move.ts';
import { knownRuns, type KnownRuns } from './known-runs.ts';
import type { Means } from './means.ts';

/** What a world over Postgres may be given besides its means. */
export interface WorldOptions {
  /** Told of each move of this process once it is committed. */
  readonly changed?: (run: string, seq: number) => void;
  /** How many runs are kept open in this process. */
  readonly mostKnown?: number;
}

/** The world of the runner, where people also submit what becomes a move a little later. */
export interface PostgresWorld extends World {
  /** Makes a move of a submission, or keeps why it cannot be one; undefined if there is nothing to be done. */
  fix(submission: string): Promise<Submitted | undefined>;
  /** Ends a turn for which a person had a limited time, when that is over. */
  end(turn: TurnRef): Promise<Ended>;
}

/** The world of the runner over Postgres. */
export function postgresWorld(means: Means, { changed, mostKnown = 200 }: WorldOptions = {}): PostgresWorld {
  const runs = knownRuns(means.openTable, mostKnown);
  const oneByOne = inTurn();

  return {
    run: (id) => oneByOne(id, () => runs.load(means.database, id)),
    async extend(id, change) {
      const result = await oneByOne(id, () => persistently(() => extendOnce({ means, runs }, id, change)));
      if (result.ok) changed?.(id, result.table.moves.length - 1);
      return result;
    },
    calls: (turn) => callsOf(means, turn),
    reserve: reserving(means.database, mostKnown),
    keepCall: (call) => persistently(() => keepCall(means, call)),
    fail: (turn, failure) => fail(means, turn, failure),
    settle: (turn, how) => persistently(() => settle(means, turn, how)),
    async fix(id) {
      const waiting = await means.database.submission.findUnique({ where: { id, settledAt: null } });
      if (!waiting) return undefined;
      const { runId } = waiting;
      return oneByOne(runId, () =>
        persistently(() => onceIn({ means, runs }, runId, (fixing) => fixLocked(fixing, id, runId))),
      );
    },
    end: (turn) =>
      oneByOne(turn.run, () =>
        persistently(() => onceIn({ means, runs }, turn.run, (fixing) => endLocked(fixing, turn))),
      ),
  };
}

interface Held {
  readonly means: Means;
  readonly runs: KnownRuns;
}

/** One transaction, after which the run is known as it was committed; whatever goes wrong, nothing of it is. */
async function extendOnce({ means, runs }: Held, id: string, change: (run: Run) => Change): Promise<Change> {
  try {
    const { run, result } = await means.database.$transaction((reach) =>
      extendLocked({ means, runs, reach }, id, change),
    );
    if (result.ok) runs.keep(run);
    return result;
  } catch (thrown) {
    runs.forget(id);
    if (isTaken(thrown)) return { ok: false, why: 'not-open' };
    throw thrown;
  }
}

/** What a person gave or let pass becomes a move in one transaction with what is kept of it beside. */
async function onceIn<X>({ means, runs }: Held, run: string, work: (fixing: Fixing) => Promise<X>): Promise<X> {
  // What is kept in memory may be ahead of a transaction that fails.
  runs.forget(run);
  return means.database.$transaction((reach) =>
    work({ reach, extend: async (id, change) => (await extendLocked({ means, runs, reach }, id, change)).result }),
  );
}

async function extendLocked(
  { means, runs, reach }: Held & { readonly reach: Reach },
  id: string,
  change: (run: Run) => Change,
) {
  const [locked] = await reach.$queryRaw<{ readonly count: number }[]>`
    select move_count as count from run where id = ${id} for update`;
  const before = locked && (await runs.load(reach, id, locked.count));
  if (!before) throw new Error(`run ${id}: there is no such run`);

  const result = change(before);
  if (!result.ok) return { run: before, result };

  const run = { ...before, table: result.table };
  const added = run.table.moves.length - before.table.moves.length;
  if (added !== 1) throw new Error(`run ${id}: a change added ${added} moves instead of one`);
  await keepMove(reach, { run, change: result, at: means.clock() });
  return { run, result };
}

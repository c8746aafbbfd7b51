import type { Change, Run, World } from '@moot/runner';
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

/** The world of the runner over Postgres. */
export function postgresWorld(means: Means, { changed, mostKnown = 200 }: WorldOptions = {}): World {
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

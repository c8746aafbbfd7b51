import type { Plan } from '@moot/experiment';
import { isOver, type Frozen } from '@moot/protocol';
import { dueAtStart, type Change, type Run, type TurnRef, type World } from '@moot/runner';
import { jobKey, refTo } from '../jobs/turn-ref.ts';
import { notOver } from '../not-over.ts';
import type { OpenTable } from '../open-table.ts';
import { derivedFrom, staleSince, type Derived } from '../results/derived.ts';
import { memoryTurns } from './turns.ts';

/** A world that forgets: runs, calls and failures in memory, jobs in a list. For tests and dry runs. */
export interface MemoryWorld extends World {
  start(plan: Plan): void;
  /** The jobs that wait, first come first. */
  jobs(): readonly TurnRef[];
  /** Takes the first job from the list. */
  nextJob(): TurnRef | undefined;
  /** What follows for SQL from the judges' moves of a run. */
  derived(run: string): readonly DerivedRow[];
}

/** What is derived from a move, the move's place in the transcript, and the move that made it stale. */
export type DerivedRow = Derived & { readonly seq: number; readonly staleSince?: number };

export interface MemoryMeans {
  readonly openTable: OpenTable;
  readonly changed?: (run: string, seq: number) => void;
}

export function memoryWorld({ openTable, changed }: MemoryMeans): MemoryWorld {
  const runs = new Map<string, Kept>();
  const rows = new Map<string, readonly DerivedRow[]>();
  const jobs = new Map<string, TurnRef>();
  const addJob = (turn: TurnRef) => void jobs.set(jobKey(turn), turn);

  const keep = (run: Kept, { move, due }: Extract<Change, { readonly ok: true }>) => {
    runs.set(run.id, run);
    rows.set(run.id, withDerived(rows.get(run.id) ?? [], run, derivedFrom(run, move)));
    for (const turn of due) addJob(refTo(run.id, turn));
    changed?.(run.id, run.table.moves.length - 1);
  };

  return {
    ...memoryTurns(addJob),
    run: (id) => Promise.resolve(runs.get(id)),
    reserve: () => Promise.resolve({ ok: true }),
    extend: (id, change) =>
      Promise.resolve().then(() => {
        const before = runs.get(id);
        if (!before) throw new Error(`run ${id}: there is no such run`);
        const result = change(before);
        if (result.ok) keep({ ...before, table: result.table }, result);
        return result;
      }),
    start(plan) {
      for (const run of openedIn(plan, openTable, runs)) {
        runs.set(run.id, run);
        for (const turn of dueAtStart(run)) addJob(refTo(run.id, turn));
      }
    },
    jobs: () => [...jobs.values()],
    nextJob() {
      const [first] = jobs.values();
      if (first) jobs.delete(jobKey(first));
      return first;
    },
    derived: (run) => rows.get(run) ?? [],
  };
}

/** A run with what was frozen with it. */
interface Kept extends Run {
  readonly setup: object;
}

function openedIn({ arms, runs }: Plan, openTable: OpenTable, known: ReadonlyMap<string, Kept>): readonly Kept[] {
  return runs.map(({ id, arm, seats, seed, setup, judged }) => {
    const named = arms.find(({ name }) => name === arm);
    if (!named) throw new Error(`run ${id}: there is no arm ${arm} in the plan`);
    const { protocol, version } = named;
    const table = openTable({ protocol, version, setup, moves: [], judged: judged && frozenOf(judged.run, known) });
    return { id, seats, seed, setup, table };
  });
}

function frozenOf(id: string, known: ReadonlyMap<string, Kept>): Frozen {
  const run = known.get(id);
  if (!run || !isOver(run.table.next())) throw new Error(notOver(id));
  return { setup: run.setup, moves: run.table.moves };
}

function withDerived(
  before: readonly DerivedRow[],
  { table }: Run,
  derived: Derived | undefined,
): readonly DerivedRow[] {
  const last = table.moves.length - 1;
  const stale = new Set(staleSince(table.moves));
  const marked = before.map((row) =>
    row.staleSince === undefined && stale.has(row.seq) ? { ...row, staleSince: last } : row,
  );
  return derived ? [...marked, { ...derived, seq: last }] : marked;
}

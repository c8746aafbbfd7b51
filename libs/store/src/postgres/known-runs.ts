import type { Sitter } from '@moot/experiment';
import type { Run } from '@moot/runner';
import type { OpenTable } from '../open-table.ts';
import type { Reach } from './database.ts';
import { frozenAt, movesOf } from './frozen.ts';

/** The runs last asked for, kept open so that only moves made since are read. What is kept is never ahead of the database. */
export interface KnownRuns {
  /** The run as it is now, at most `moveCount` moves long if that is known. */
  load(reach: Reach, id: string, moveCount?: number): Promise<Run | undefined>;
  keep(run: Run): void;
  forget(id: string): void;
}

export function knownRuns(openTable: OpenTable, most: number): KnownRuns {
  const known = new Map<string, Run>();

  const keep = (run: Run) => {
    known.delete(run.id);
    known.set(run.id, run);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
  };

  return {
    keep,
    forget: (id) => void known.delete(id),
    async load(reach, id, moveCount) {
      const before = known.get(id);
      const length = before?.table.moves.length ?? 0;
      if (before && length === moveCount) return before;
      const isAhead = moveCount !== undefined && length > moveCount;
      const run = before && !isAhead ? await withNewer(reach, before) : await opened(reach, id, openTable);
      if (run) keep(run);
      return run;
    },
  };
}

async function withNewer(reach: Reach, run: Run): Promise<Run> {
  const newer = await movesOf(reach, run.id, { from: run.table.moves.length });
  return newer.length === 0 ? run : { ...run, table: run.table.extend(newer) };
}

async function opened(reach: Reach, id: string, openTable: OpenTable): Promise<Run | undefined> {
  const [header] = await reach.$queryRaw<RunRow[]>`
    select arm.protocol, arm.protocol_version as version, run.setup, run.seats, run.seed,
      run.judged_run_id as "judgedRun", run.judged_moves as "judgedMoves"
    from run join arm on arm.id = run.arm_id where run.id = ${id}`;
  if (!header) return undefined;
  const { seats, seed, judgedRun, judgedMoves, ...kept } = header;
  const judged = judgedRun === null ? undefined : await frozenAt(reach, judgedRun, judgedMoves ?? 0);
  return { id, seats, seed, table: openTable({ ...kept, moves: await movesOf(reach, id), judged }) };
}

interface RunRow {
  readonly protocol: string;
  readonly version: string;
  readonly setup: object;
  readonly seats: Readonly<Record<string, Sitter>>;
  readonly seed: number;
  readonly judgedRun: string | null;
  readonly judgedMoves: number | null;
}

import type { Sitter } from '@moot/experiment';
import type { Transcript } from '@moot/protocol';
import type { Run } from '@moot/runner';
import { Prisma } from '../generated/client.ts';
import type { OpenTable } from '../open-table.ts';
import type { Reach } from './database.ts';
import { MOVE_COLUMNS, transcriptOf, type MoveRow } from './rows.ts';

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
  const newer = await movesFrom(reach, run.id, run.table.moves.length);
  return newer.length === 0 ? run : { ...run, table: run.table.extend(newer) };
}

async function opened(reach: Reach, id: string, openTable: OpenTable): Promise<Run | undefined> {
  const [header] = await reach.$queryRaw<RunRow[]>`
    select arm.protocol, arm.protocol_version as version, run.setup, run.seats, run.seed
    from run join arm on arm.id = run.arm_id where run.id = ${id}`;
  if (!header) return undefined;
  const moves = await movesFrom(reach, id, 0);
  const { protocol, version, setup, seats, seed } = header;
  return { id, seats, seed, table: openTable(protocol, version, setup, moves) };
}

interface RunRow {
  readonly protocol: string;
  readonly version: string;
  readonly setup: object;
  readonly seats: Readonly<Record<string, Sitter>>;
  readonly seed: number;
}

async function movesFrom(reach: Reach, id: string, seq: number): Promise<Transcript> {
  const rows = await reach.$queryRaw<MoveRow[]>`
    select ${Prisma.raw(MOVE_COLUMNS)} from move where run_id = ${id} and seq >= ${seq} order by seq`;
  return transcriptOf(rows);
}

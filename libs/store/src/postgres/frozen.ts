import type { Frozen, Transcript } from '@moot/protocol';
import { Prisma } from '../generated/client.ts';
import { notOver } from '../not-over.ts';
import type { Reach } from './database.ts';
import { MOVE_COLUMNS, transcriptOf, type MoveRow } from './rows.ts';

/** A finished run as it is judged: what is frozen of it, and whose seats were simulated in it. */
export interface FrozenRun extends Frozen {
  readonly setup: object;
  readonly simulatedSeats: readonly string[];
}

/** The run that is to be judged, as it is now. Throws if it has not ended. */
export async function frozenNow(reach: Reach, id: string): Promise<FrozenRun> {
  // Locked, so that nothing is revised while its judges are seated.
  const [row] = await reach.$queryRaw<{ readonly setup: object; readonly seats: string[]; readonly over: boolean }[]>`
    select setup, simulated_seats as seats, ended_at is not null as over from run
    where id = ${id} and judged_run_id is null for update`;
  if (!row) throw new Error(`run ${id}: there is no transcript of it that could be judged`);
  if (!row.over) throw new Error(notOver(id));
  return { setup: row.setup, simulatedSeats: row.seats, moves: await movesOf(reach, id) };
}

/** The run that is judged, as it was when its judges were seated, so many moves long. */
export async function frozenAt(reach: Reach, id: string, moves: number): Promise<Frozen & { readonly setup: object }> {
  const [row] = await reach.$queryRaw<{ readonly setup: object }[]>`select setup from run where id = ${id}`;
  if (!row) throw new Error(`run ${id} is judged, and is gone`);
  return { setup: row.setup, moves: await movesOf(reach, id, { to: moves }) };
}

/** The moves of a run, or some of them by their numbers. */
export async function movesOf(
  reach: Reach,
  id: string,
  { from = 0, to = MOST }: { readonly from?: number; readonly to?: number } = {},
): Promise<Transcript> {
  const rows = await reach.$queryRaw<MoveRow[]>`
    select ${Prisma.raw(MOVE_COLUMNS)} from move where run_id = ${id} and seq >= ${from} and seq < ${to} order by seq`;
  return transcriptOf(rows);
}

/** No move has a higher number. */
const MOST = 2 ** 31 - 1;

import type { Maker, Move, Transcript } from '@moot/protocol';
import { storable, storableObject } from './storable.ts';

/** A move as its row holds it: what all moves share in columns, the rest in `body`. */
export interface MoveRow {
  readonly seat: string;
  readonly kind: string;
  readonly at: string;
  readonly version: number;
  readonly by: string;
  readonly body: object;
  readonly cost: number | null;
  readonly rests: readonly number[];
  readonly passed: string | null;
}

/** The columns that make a MoveRow. */
export const MOVE_COLUMNS = 'seat, kind, at, version, by, body, cost::float8 as cost, rests, passed';

export function rowOf(move: Move): MoveRow {
  const { seat, kind, at, version, by, cost, rests, ...rest } = move;
  const { passed, ...body } = { passed: undefined, ...rest };
  return {
    seat: storable(seat),
    kind: storable(kind),
    at: storable(at),
    version,
    by: storable(by),
    body: storableObject(body),
    cost: cost ?? null,
    rests,
    passed: passed === undefined ? null : storable(passed),
  };
}

export function transcriptOf(rows: readonly MoveRow[]): Transcript {
  return rows.map(moveOf);
}

function moveOf({ body, by, cost, passed, rests, ...turn }: MoveRow): Move {
  return {
    ...body,
    seat: turn.seat,
    kind: turn.kind,
    at: turn.at,
    version: turn.version,
    by: makerOf(by),
    rests,
    ...(cost !== null && { cost }),
    ...(passed !== null && { passed }),
  };
}

function makerOf(by: string): Maker {
  if (isMaker(by)) return by;
  throw new Error(`a move was kept whose maker is ${by}`);
}

function isMaker(by: string): by is Maker {
  return /^(person|model|tool|script):/.test(by);
}

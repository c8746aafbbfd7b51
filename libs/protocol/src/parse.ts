import type { ZodError, ZodType } from 'zod';
import type { Move, Refused, Signed, Turn } from './protocol.ts';
import type { Said } from './table.ts';

/** The move that somebody's words make, or what is wrong with their shape. Unknown fields are left out. */
export function parsed<M extends Turn>(
  moves: Readonly<Record<string, ZodType<M>>>,
  { said, ...signed }: Extract<Said, { readonly said: object }>,
  turn: Turn,
): (M & Signed) | Refused {
  const shape = moves[signed.kind];
  if (!shape) throw new Error(`a turn of kind ${signed.kind} is open, which has no schema`);
  const read = shape.safeParse({ ...said, ...turn, ...signed });
  return read.success ? { ...signed, ...read.data } : { ok: false, why: 'fault', words: inWords(read.error) };
}

/** A move that was kept, as this protocol's own. What is kept was checked when it was played. */
export function own<M extends Turn>(moves: Readonly<Record<string, ZodType<M>>>, move: Move): Move<M> {
  const isOwn = (each: Move): each is Move<M> => each.kind in moves || each.kind === 'charge';
  if (!isOwn(move)) throw new Error(`a move of kind ${move.kind} was kept, which this protocol does not have`);
  return move;
}

/** What a schema refuses, field by field, in words. */
export function inWords(error: ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

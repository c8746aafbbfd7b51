import { z } from 'zod';

/** Text without control characters, which no name has. */
function printable(most: number) {
  return z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u);
}

/** What names a turn, and the move that took it. */
export const TurnName = z.object({
  seat: printable(100).min(1),
  kind: printable(100).min(1),
  at: printable(200),
  version: z.int().min(1).max(1_000_000),
});
export type TurnName = z.output<typeof TurnName>;

/**
 * What is filled in, in a turn: a JSON Schema of what can be said, which of its fields that may be left out are wanted, and how
 * long its text is to be.
 */
export const TurnForm = z.object({
  schema: z.record(z.string(), z.unknown()),
  fields: z.array(z.string()).optional(),
  length: z
    .object({
      unit: z.enum(['words', 'characters']),
      ask: z.number().optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      over: z.enum(['cut', 'ask-again']).optional(),
    })
    .optional(),
});
export type TurnForm = z.output<typeof TurnForm>;

/** A turn of one's own that is open, with whatever else its protocol says of it. */
export const OpenTurn = z.looseObject({
  ...TurnName.shape,
  optional: z.literal(true).optional(),
  form: TurnForm.optional(),
});
export type OpenTurn = z.output<typeof OpenTurn>;

/** A move as somebody may see it: its name, and the fields that their place is shown. */
export const SeenMove = z.looseObject(TurnName.shape);
export type SeenMove = z.output<typeof SeenMove>;

/** The name of a turn in one word, by which what is seen is kept in order. */
export function turnKey({ seat, kind, at, version }: TurnName): string {
  return JSON.stringify([seat, kind, at, version]);
}

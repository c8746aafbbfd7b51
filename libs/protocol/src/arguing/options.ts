import { z } from 'zod';
import { Budget } from '../length.ts';

/** What is asked for and what is enforced of a speech's length, as a researcher writes it. */
const length = z
  .strictObject({
    ask: z.int().positive().exactOptional(),
    min: z.int().positive().exactOptional(),
    max: z.int().positive().exactOptional(),
    over: z.enum(['cut', 'ask-again']).default('ask-again'),
  })
  .superRefine((given, context) => {
    const read = Budget.safeParse({ unit: 'words', ...given });
    for (const { path, message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  });

/** The least and the most rounds: between them the judges end it. */
export const range = z.strictObject({ min: z.int().min(1).max(1000), max: z.int().min(1).max(1000) });

export const ORDERS = ['simultaneous', 'sequential', 'simultaneous-openings'] as const;
export const QUOTING = ['none', 'unmarked', 'marked'] as const;
export const BELIEFS = ['end', 'each-round'] as const;
export const REVEAL = ['live', 'paced', 'together'] as const;
export const ANSWERS = ['at-once', 'next-speech'] as const;

/** What a researcher chooses wherever seats argue: a protocol takes of it what it lets be chosen. */
export const choices = {
  /** Openings are simultaneous and the rounds after them sequential in the third. */
  order: z.enum(ORDERS),
  rounds: z.union([z.int().min(1).max(1000), range]).default(3),
  /** The length of a speech in words. */
  words: length.exactOptional(),
  /** The length of a speech in characters, instead. */
  characters: length.exactOptional(),
  /** How much of a speech may stand in quotes, in the unit of its length. */
  quoted: z.strictObject({ max: z.int().min(0) }).exactOptional(),
  /** Whether speakers may quote the source, and whether judges see what the check of the quotes gave. */
  quotes: z.enum(QUOTING).default('marked'),
  beliefs: z.enum(BELIEFS).default('end'),
  reveal: z.enum(REVEAL).default('live'),
  /** How often the judges may ask after each round. */
  questions: z.int().min(0).max(20).default(0),
  /** Whether a question is answered before anything else is said, or taken up in the next speeches. */
  answers: z.enum(ANSWERS).exactOptional(),
  /** What a judge's score loses with each round, in bits. Judges are told; the score is taken in the results. */
  penalty: z.number().min(0).max(10).exactOptional(),
  judges: z.int().min(1).max(99).default(1),
  /** Whether sides are given out, or the first speaker picks one by a move of its own. */
  sides: z.enum(['assigned', 'open']).exactOptional(),
};

/** What one speaker is told and nobody else, by seat. */
export function instructionsFor<Seat extends string>(seats: readonly [Seat, ...Seat[]]) {
  return z.partialRecord(z.enum(seats), z.string().min(1)).exactOptional();
}

interface Lengths {
  readonly words?: object;
  readonly characters?: object;
  readonly quoted?: object;
  readonly rounds?: number | { readonly min: number; readonly max: number };
}

/** Refuses what cannot be chosen together. For `superRefine`, beside a protocol's own refusals. */
export function checkChoices({ words, characters, quoted, rounds }: Lengths, context: z.RefinementCtx): void {
  const refuse = (path: string[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  if (words && characters) refuse(['characters'], 'give the length in words or in characters, not in both');
  if (quoted && !words && !characters)
    refuse(['quoted'], 'give the length in words or in characters too, so that quotes have its unit');
  if (typeof rounds === 'object' && rounds.min > rounds.max)
    refuse(['rounds', 'min'], 'there are at least as many rounds at most as at least');
}

import { Belief, Budget, turnShape, Verdict, type CheckedQuote } from '@moot/protocol';
import { z } from 'zod';

export const DEBATERS = ['A', 'B'] as const;
export type Debater = (typeof DEBATERS)[number];
const debater = z.enum(DEBATERS);

const CHOICES = ['ask', 'continue', 'end'] as const;
export type Choice = (typeof CHOICES)[number];

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

const range = z.strictObject({ min: z.int().min(1).max(1000), max: z.int().min(1).max(1000) });

/** What a researcher chooses of a debate. */
export const Options = z
  .strictObject({
    order: z.enum(['simultaneous', 'sequential']),
    rounds: z.union([z.int().min(1).max(1000), range]).default(3),
    /** The length of a speech in words. */
    words: length.exactOptional(),
    /** The length of a speech in characters, instead. */
    characters: length.exactOptional(),
    /** Whether debaters may quote the source, and whether judges see what the check of the quotes gave. */
    quotes: z.enum(['none', 'unmarked', 'marked']).default('marked'),
    beliefs: z.enum(['end', 'each-round']).default('end'),
    reveal: z.enum(['live', 'paced', 'together']).default('live'),
    /** How often the judges may ask after each round. */
    questions: z.int().min(0).max(20).default(0),
    judges: z.int().min(1).max(99).default(1),
    /** What one debater is told and nobody else. */
    instructions: z.partialRecord(debater, z.string().min(1)).exactOptional(),
  })
  .refine(({ words, characters }) => !words || !characters, {
    path: ['characters'],
    error: 'give the length in words or in characters, not in both',
  })
  .refine(({ rounds }) => typeof rounds === 'number' || rounds.min <= rounds.max, {
    path: ['rounds', 'min'],
    error: 'there are at least as many rounds at most as at least',
  });

export const Setup = z.strictObject({
  question: z.string(),
  options: z.array(z.string()).readonly(),
  /** Which option each debater argues for. This and the two orders below never touch a belief. */
  sides: z.strictObject({ A: z.int(), B: z.int() }),
  /** The order in which the options are listed in what is read. */
  listed: z.array(z.int()).readonly(),
  /** The order in which a judge is shown the choices. */
  choices: z.array(z.int()).readonly(),
  order: z.enum(['simultaneous', 'sequential']),
  /** Whether judges follow a simultaneous round as it is spoken, speech by speech once each is made, or when both are done. Debaters never see into it. */
  reveal: z.enum(['live', 'paced', 'together']),
  /** The judges may end the debate after `min` rounds; equal numbers fix the length. */
  rounds: range,
  questions: z.int(),
  beliefs: z.enum(['end', 'each-round']),
  judges: z.int(),
  length: Budget.exactOptional(),
  quotes: z.enum(['none', 'unmarked', 'marked']),
  /** What the debaters can read and the judges cannot. */
  source: z.string().exactOptional(),
  instructions: z.partialRecord(debater, z.string()).exactOptional(),
});
export type DebateSetup = Readonly<z.output<typeof Setup>>;

const Speech = z
  .object({ ...turnShape, seat: debater, kind: z.enum(['speech', 'reply']), text: z.string() })
  .readonly();
const Concession = z.object({ ...turnShape, seat: debater, kind: z.literal('concede'), text: z.string() }).readonly();
const answering = { ...turnShape, kind: z.literal('respond'), choices: z.array(z.enum(CHOICES)).readonly() };
const Response = z.discriminatedUnion('choice', [
  z.object({ ...answering, choice: z.enum(['continue', 'end']) }).readonly(),
  z.object({ ...answering, choice: z.literal('ask'), to: z.array(debater).readonly(), text: z.string() }).readonly(),
]);

/** What the rules add to a text: its checked quotes, and that it was cut at its limit. */
interface Checked {
  readonly quotes?: readonly CheckedQuote[];
  readonly isCut?: true;
}

export const moves = {
  speech: Speech,
  reply: Speech,
  concede: Concession,
  respond: Response,
  belief: Belief,
  verdict: Verdict,
};
export type DebateMove =
  | (z.output<typeof Speech> & Checked)
  | (z.output<typeof Concession> & Checked)
  | z.output<typeof Response>
  | Belief
  | Verdict;

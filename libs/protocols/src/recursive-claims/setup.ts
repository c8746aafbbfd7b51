import { Belief, turnShape, Verdict, type CheckedQuote } from '@moot/protocol';
import { z } from 'zod';

export const DEBATERS = ['A', 'B'] as const;
export type Debater = (typeof DEBATERS)[number];
const debater = z.enum(DEBATERS);

const characters = z.int().min(40).max(10_000);

const pair = z.strictObject({
  /** The most that the two claims of a rebuttal have together. */
  characters: characters.default(250),
  /** How much longer or shorter than the other side's pair one may be. */
  balance: z.int().min(10).max(10_000).default(20),
});

/** What a researcher chooses of a debate by claims. */
export const Options = z.strictObject({
  /** Sections that are judged after the openings. More would make paths longer than the place of a turn may be. */
  rounds: z.int().min(1).max(12).default(3),
  /** The most that an opening claim has. */
  opening: z.strictObject({ characters: characters.default(150) }).prefault({}),
  pair: pair.prefault({}),
  /** Whether debaters may quote the source, and whether judges see what the check of the quotes gave. */
  quotes: z.enum(['none', 'unmarked', 'marked']).default('marked'),
  beliefs: z.enum(['end', 'each-section']).default('end'),
  reveal: z.enum(['live', 'paced', 'together']).default('live'),
  judges: z.int().min(1).max(99).default(1),
  /** What one debater is told and nobody else. */
  instructions: z.partialRecord(debater, z.string().min(1)).exactOptional(),
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
  rounds: z.int(),
  opening: z.strictObject({ characters: z.int() }),
  pair: z.strictObject({ characters: z.int(), balance: z.int() }),
  quotes: z.enum(['none', 'unmarked', 'marked']),
  beliefs: z.enum(['end', 'each-section']),
  /** Whether judges follow each move as it is made, once it is made, or section by section. */
  reveal: z.enum(['live', 'paced', 'together']),
  judges: z.int(),
  /** What the debaters can read and the judges cannot. */
  source: z.string().exactOptional(),
  instructions: z.partialRecord(debater, z.string()).exactOptional(),
});
export type ClaimsSetup = Readonly<z.output<typeof Setup>>;

const Opening = z.object({ ...turnShape, seat: debater, kind: z.literal('claim'), text: z.string() }).readonly();

const said = z.object({ text: z.string() }).readonly();
const Rebuttal = z
  .object({ ...turnShape, seat: debater, kind: z.literal('rebut'), claims: z.tuple([said, said]).readonly() })
  .readonly();

const answer = z.enum(['agree', 'object']);
/** What a debater goes on with: a claim that it objects to, the link from the claims to their parent, or nothing. */
export const NEXT = ['first', 'second', 'link', 'end'] as const;
const Answer = z
  .object({
    ...turnShape,
    seat: debater,
    kind: z.literal('answer'),
    answers: z.tuple([answer, answer]).readonly(),
    next: z.enum(NEXT),
  })
  .readonly();

/** What the rules add to an opening: its key, and its checked quotes. */
type KeptOpening = z.output<typeof Opening> & { readonly id?: string; readonly quotes?: readonly CheckedQuote[] };

/** What they add to a rebuttal: what it is about, the keys of its claims, and the checked quotes of each. */
type KeptRebuttal = Omit<z.output<typeof Rebuttal>, 'claims'> & {
  readonly on?: string;
  readonly claims: readonly { readonly text: string; readonly id?: string }[];
  readonly quotes?: readonly (readonly CheckedQuote[])[];
};

/** What they add to an answer: how it is shown at each claim. */
type KeptAnswer = z.output<typeof Answer> & {
  readonly on?: string;
  readonly marks?: readonly { readonly on: string; readonly mark: Mark }[];
};
export type Mark = 'agree' | 'agree-but-omits' | 'object';

export const moves = { claim: Opening, rebut: Rebuttal, answer: Answer, belief: Belief, verdict: Verdict };
export type ClaimsMove = KeptOpening | KeptRebuttal | KeptAnswer | Belief | Verdict;

import { z } from 'zod';

const time = z.int();

/** A speech's or comment's pieces: words, or a quote as the numbers of its first token and of the one after its last. */
const piece = z.union([
  z.strictObject({ t: z.string() }),
  z.strictObject({ q: z.tuple([z.int().min(0), z.int().min(1)]) }),
]);
export type Piece = z.output<typeof piece>;

const speech = z.object({ speaker: z.string(), ts: time, content: z.array(piece).readonly() });
export type Spoken = z.output<typeof speech>;

const distribution = z
  .array(z.number().min(0).max(1))
  .length(2)
  .refine((dist) => Math.abs(dist.reduce((a, b) => a + b, 0) - 1) < 1e-6, 'the probabilities do not add up to 1')
  .readonly();

/** What the debaters of a round said, by their number: 0 is A, 1 is B. */
const speeches = z.partialRecord(z.enum(['0', '1']), speech);

const offline = z.object({
  mode: z.enum(['stepped', 'timed']),
  startTimeMillis: time,
  judgments: z
    .array(
      z.object({
        distribution,
        endDebate: z.boolean(),
        feedback: z.object({
          timestamp: time,
          content: z.array(z.object({ Text: z.object({ text: z.string() }) })).readonly(),
        }),
      }),
    )
    .readonly(),
});
export type Offline = z.output<typeof offline>;

const round = z.discriminatedUnion('type', [
  z.object({ type: z.literal('JudgeFeedback'), dist: distribution, end: z.boolean(), feedback: speech }),
  z.object({ type: z.literal('SimultaneousSpeeches'), speeches }),
  z.object({ type: z.literal('SequentialSpeeches'), speeches }),
  z.object({ type: z.literal('NegotiateEnd'), votes: z.partialRecord(z.enum(['0', '1']), z.boolean()) }),
  z.object({ type: z.literal('OfflineJudgments'), judgments: z.record(z.string(), offline) }),
]);
export type Round = z.output<typeof round>;

const limits = z.object({ charLimit: z.int(), quoteLimit: z.int().nullable() });
/** A kind of round with its limits, under the name of the kind. */
const ruled = z.record(z.string(), z.object({ ...limits.partial().shape }));

/** A room of the study, as a line of debates.jsonl has it. */
export const Room = z.object({
  room: z.string().min(1),
  included: z.boolean(),
  setting: z.object({ isHuman: z.boolean(), isDebate: z.boolean() }),
  storyId: z.string(),
  question: z.string(),
  answers: z.tuple([z.string(), z.string()]),
  correctAnswerIndex: z.union([z.literal(0), z.literal(1)]),
  roles: z.object({
    'Debater A': z.string().exactOptional(),
    'Debater B': z.string().exactOptional(),
    Judge: z.string().exactOptional(),
  }),
  rules: z.object({
    fixedOpening: z.array(ruled).readonly(),
    repeatingStructure: z.array(ruled).readonly(),
    scoringFunction: z.object({ LogScoreWithLinearPenalty: z.object({ perTurnPenalty: z.number() }) }),
  }),
  creationTime: time,
  rounds: z.array(round).readonly(),
});
export type Room = z.output<typeof Room>;

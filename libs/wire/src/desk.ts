import { z } from 'zod';
import { TurnName } from './turn.ts';

const key = z.uuid();
const when = z.iso.datetime();

/** The secret part of an invitation link, given once for a cookie. */
export const Enter = z.object({ secret: z.string().min(20).max(200) });

/** Where a judge is on the way through an experiment. Only the server moves them on. */
export const Step = z.enum(['welcome', 'consent', 'declined', 'full', 'instructions', 'runs', 'thanks']);
export type Step = z.output<typeof Step>;

/** What a judge answers at a step. Answered again, nothing changes. */
export const StepAnswer = z.discriminatedUnion('step', [
  z.object({ step: z.literal('welcome') }),
  z.object({ step: z.literal('consent'), agrees: z.boolean() }),
  z.object({ step: z.literal('declined') }),
  z.object({ step: z.literal('instructions') }),
]);
export type StepAnswer = z.output<typeof StepAnswer>;

/** How a turn was worked on: for the record, never for the course of the run. Times in ms since the turn was first shown. */
export const Trace = z.object({
  shownAt: when.nullable(),
  /** How long the page was in sight. */
  activeMs: z.int().min(0).max(1_000_000_000),
  /** Beliefs that were set on the way, each with its time; the last 200. */
  changes: z
    .array(z.object({ ms: z.int().min(0).max(1_000_000_000), belief: z.array(z.number().min(0).max(1)).max(100) }))
    .max(200),
});
export type Trace = z.output<typeof Trace>;

/** What a judge says in a turn. `key` is made by the client, so that sending it twice is sending it once. */
export const Submit = z.object({ key, turn: TurnName, said: z.record(z.string(), z.unknown()), trace: Trace });
export type Submit = z.output<typeof Submit>;

/**
 * What was submitted, as the server has it. `saved`: it becomes a move at `fixedAt` unless it is taken back. `refused`: it did
 * not become one, and `words` says why.
 */
export const Submission = z.object({
  key,
  turn: TurnName,
  said: z.record(z.string(), z.unknown()),
  state: z.enum(['saved', 'fixed', 'taken-back', 'refused']),
  savedAt: when,
  fixedAt: when,
  words: z.string().nullable(),
});
export type Submission = z.output<typeof Submission>;

/** Starts the clock of a turn with a limit. Sent again, nothing changes. */
export const Begin = z.object({ turn: TurnName });

/** The limit of the turn that is open; `dueAt` by the server's clock, null until the judge has begun. */
export const Limit = z.object({ turn: TurnName, seconds: z.int(), dueAt: when.nullable() });
export type Limit = z.output<typeof Limit>;

export const TakeBack = z.object({ key });

/** A later thought about a move of one's own, which stays as it is. */
export const Amend = z.object({
  key,
  turn: TurnName,
  text: z.string().trim().min(1).max(10_000),
  belief: z.array(z.number().min(0).max(1)).min(2).max(100).nullable(),
});
export type Amend = z.output<typeof Amend>;

export const Amendment = z.object({ ...Amend.shape, savedAt: when });
export type Amendment = z.output<typeof Amendment>;

/** What a judge is told after their verdict, where the arm gives feedback: the options in stored order, and which is right. */
export const Feedback = z.object({
  question: z.string(),
  options: z.array(z.string()),
  truth: z.int(),
  belief: z.array(z.number()).nullable(),
});
export type Feedback = z.output<typeof Feedback>;

/** All that a judge's page needs besides the run itself. */
export const Desk = z.object({
  step: Step,
  title: z.string(),
  /** The made-up name under which everything is kept, once there is one. */
  name: z.string().nullable(),
  /** What is agreed to: paragraphs of plain text. */
  consent: z.array(z.string()),
  instructions: z.array(z.string()),
  queue: z.object({
    done: z.int(),
    total: z.int(),
    /** From how long this judge's runs took so far; null before the first. */
    minutesLeft: z.number().nullable(),
  }),
  /** The run to be judged now. */
  run: z
    .object({
      id: z.string(),
      seat: z.string(),
      submissions: z.array(Submission),
      amendments: z.array(Amendment),
      limit: Limit.nullable(),
    })
    .nullable(),
  /** The run that the judge was at before, if a turn in it failed and it waits; `since` changes when they act in it again. */
  paused: z.object({ id: z.string(), question: z.string(), since: when }).nullable(),
  /** The run judged last, for later thoughts about it and for feedback. */
  last: z
    .object({
      id: z.string(),
      question: z.string(),
      verdict: TurnName.nullable(),
      /** There is no verdict since the time for it was over. */
      isOutOfTime: z.boolean(),
      amendments: z.array(Amendment),
      feedback: Feedback.nullable(),
    })
    .nullable(),
  serverTime: when,
});
export type Desk = z.output<typeof Desk>;

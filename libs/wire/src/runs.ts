import { z } from 'zod';
import { RunStateName } from './console.ts';
import { TurnName } from './turn.ts';

const when = z.iso.datetime();

export const ShownCall = z.object({
  id: z.string(),
  ...TurnName.shape,
  attempt: z.int(),
  model: z.string(),
  simulated: z.boolean(),
  status: z.string(),
  cause: z.string().nullable(),
  fault: z.string().nullable(),
  promptTokens: z.int().nullable(),
  replyTokens: z.int().nullable(),
  costUsd: z.number().nullable(),
  ms: z.int(),
  madeAt: when,
});
export type ShownCall = z.output<typeof ShownCall>;
export const CallText = z.object({
  ...ShownCall.shape,
  reportedModel: z.string().nullable(),
  promptHash: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  reply: z.string(),
  sent: z.record(z.string(), z.unknown()),
});
export type CallText = z.output<typeof CallText>;

export const ShownFailure = z.object({
  ...TurnName.shape,
  cause: z.string(),
  words: z.string(),
  failedAt: when,
  settledAt: when.nullable(),
  settledHow: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledWhy: z.string().nullable(),
});
export type ShownFailure = z.output<typeof ShownFailure>;

/** A move with all that is kept of it. */
export const KeptMove = z.looseObject({ ...TurnName.shape, by: z.string(), madeAt: when });
export type KeptMove = z.output<typeof KeptMove>;

/** How a finished transcript is shown to whoever judges it again. */
export const Shown = z.enum(['whole', 'stepped', 'timed']);
export type Shown = z.output<typeof Shown>;

/** Has a finished run judged again by a model; `seconds` for a verdict that is timed. */
export const JudgeAgain = z.object({
  model: z.string().trim().min(1).max(500),
  shown: Shown,
  seconds: z.int().min(1).max(86_400).optional(),
});
export type JudgeAgain = z.output<typeof JudgeAgain>;
export const JudgedAgain = z.object({ run: z.string(), arm: z.string() });
export type JudgedAgain = z.output<typeof JudgedAgain>;

/** A judgment of a transcript: the live one, or one of those who judged it again. */
export const Judgment = z.object({
  run: z.string(),
  judging: z.enum(['live', ...Shown.options]),
  seat: z.string(),
  judge: z.string(),
  /** In stored order; null where none was given, or not yet. */
  belief: z.array(z.number()).nullable(),
  state: RunStateName,
});
export type Judgment = z.output<typeof Judgment>;

/** One run with all that is known of it. For researchers: it has the truth, and the setup from which every view follows. */
export const RunPage = z.object({
  id: z.string(),
  experiment: z.string(),
  arm: z.string(),
  protocol: z.string(),
  version: z.string(),
  question: z.string(),
  prompt: z.string(),
  options: z.array(z.string()),
  truth: z.int(),
  replicate: z.int(),
  seats: z.array(z.object({ seat: z.string(), role: z.string(), sitter: z.string(), isSimulated: z.boolean() })),
  sides: z.array(z.int()),
  listed: z.array(z.int()),
  seed: z.int(),
  setup: z.record(z.string(), z.unknown()),
  state: RunStateName,
  startedAt: when.nullable(),
  endedAt: when.nullable(),
  /** The finished run whose transcript is judged here, as it was then. */
  judged: z
    .object({
      run: z.string(),
      setup: z.record(z.string(), z.unknown()),
      moves: z.array(z.looseObject(TurnName.shape)),
    })
    .nullable(),
  judging: z.enum(['live', ...Shown.options]),
  /** All judgments of the transcript, the first ones first. */
  judgments: z.array(Judgment),
  moves: z.array(KeptMove),
  calls: z.array(ShownCall),
  failures: z.array(ShownFailure),
  audit: z.array(z.object({ at: when, who: z.string(), what: z.string(), detail: z.record(z.string(), z.unknown()) })),
});
export type RunPage = z.output<typeof RunPage>;

/** What a researcher decides about a failed turn, or about a whole run; the reason is kept for the audit. */
export const Settle = z.discriminatedUnion('how', [
  z.object({ how: z.literal('retry'), turn: TurnName, why: z.string().trim().max(1000).optional() }),
  z.object({ how: z.literal('pass'), turn: TurnName, why: z.string().trim().min(1).max(1000) }),
  z.object({ how: z.literal('abandon'), why: z.string().trim().min(1).max(1000) }),
]);
export type Settle = z.output<typeof Settle>;
export const Settled = z.object({ ok: z.boolean(), words: z.string() });
export type Settled = z.output<typeof Settled>;

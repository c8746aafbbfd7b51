import { z } from 'zod';
import { TurnName } from './turn.ts';

const when = z.iso.datetime();

/** A researcher may do everything in the console; a viewer watches runs and sees neither truth nor what is hidden from the table. */
export const Role = z.enum(['researcher', 'viewer']);
export type Role = z.output<typeof Role>;

export const SignIn = z.object({ token: z.string().min(10).max(500) });
export const Account = z.object({ name: z.string(), role: Role });
export type Account = z.output<typeof Account>;

export const ListedDataset = z.object({
  name: z.string(),
  format: z.string(),
  licence: z.string().nullable(),
  origin: z.string().nullable(),
  questions: z.int(),
  sources: z.int(),
  createdAt: when,
});
export type ListedDataset = z.output<typeof ListedDataset>;

export const ListedQuestion = z.object({
  id: z.string(),
  key: z.string(),
  prompt: z.string(),
  options: z.array(z.string()),
  truth: z.int(),
  difficulty: z.string().nullable(),
  source: z.object({ id: z.string(), key: z.string(), title: z.string().nullable(), words: z.int() }).nullable(),
});
export type ListedQuestion = z.output<typeof ListedQuestion>;
export const QuestionPage = z.object({
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  questions: z.array(ListedQuestion),
});
export type QuestionPage = z.output<typeof QuestionPage>;
export const SourceText = z.object({ title: z.string().nullable(), text: z.string() });
export type SourceText = z.output<typeof SourceText>;

export const Preset = z.object({ name: z.string(), title: z.string(), description: z.string(), text: z.string() });
export type Preset = z.output<typeof Preset>;

/** What is wrong in an experiment file, and where. Lines and columns count from 1. */
export const FileFault = z.object({
  line: z.int().nullable(),
  column: z.int().nullable(),
  field: z.string().nullable(),
  why: z.string(),
});
export type FileFault = z.output<typeof FileFault>;

export const People = z.enum(['people', 'simulated']);
export const CheckExperiment = z.object({ text: z.string().max(200_000), people: People });
export type CheckExperiment = z.output<typeof CheckExperiment>;

/** What would be started. */
export const PlanSummary = z.object({
  name: z.string(),
  title: z.string().nullable(),
  runs: z.int(),
  /** How many people it needs. */
  judges: z.int(),
  questions: z.int(),
  arms: z.array(z.object({ name: z.string(), protocol: z.string(), version: z.string(), runs: z.int() })),
  cautions: z.array(z.string()),
});
export type PlanSummary = z.output<typeof PlanSummary>;
export const Checked = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), plan: PlanSummary }),
  z.object({ ok: z.literal(false), faults: z.array(FileFault) }),
]);
export type Checked = z.output<typeof Checked>;

export const StartExperiment = z.object({ ...CheckExperiment.shape, key: z.uuid() });
export const StartedExperiment = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), name: z.string() }),
  z.object({ ok: z.literal(false), faults: z.array(FileFault) }),
]);
export type StartedExperiment = z.output<typeof StartedExperiment>;

export const RunStateName = z.enum(['ended', 'failed', 'waiting', 'running']);
export const ListedExperiment = z.object({
  name: z.string(),
  title: z.string().nullable(),
  people: People,
  startedAt: when,
  runs: z.int(),
  ended: z.int(),
  failed: z.int(),
  waiting: z.int(),
  running: z.int(),
  moves: z.int(),
});
export type ListedExperiment = z.output<typeof ListedExperiment>;

export const ListedRun = z.object({
  id: z.string(),
  arm: z.string(),
  question: z.string(),
  prompt: z.string(),
  replicate: z.int(),
  state: RunStateName,
  awaits: z.array(z.string()),
  simulatedSeats: z.array(z.string()),
  moves: z.int(),
  startedAt: when.nullable(),
  endedAt: when.nullable(),
});
export type ListedRun = z.output<typeof ListedRun>;

export const ExperimentPage = z.object({
  ...ListedExperiment.shape,
  description: z.string().nullable(),
  file: z.string(),
  hash: z.string(),
  arms: z.array(
    z.object({ name: z.string(), protocol: z.string(), version: z.string(), runs: z.int(), ended: z.int() }),
  ),
  spent: z.object({ calls: z.int(), usd: z.number() }),
  caps: z.object({ calls: z.int().nullable(), usd: z.number().nullable() }),
  places: z.object({ total: z.int(), taken: z.int() }),
});
export type ExperimentPage = z.output<typeof ExperimentPage>;
export const RunList = z.object({ total: z.int(), page: z.int(), pageSize: z.int(), runs: z.array(ListedRun) });
export type RunList = z.output<typeof RunList>;

export const Invitation = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: when,
  revokedAt: when.nullable(),
  state: z.enum(['unopened', 'opened', 'declined', 'judging', 'finished', 'revoked']),
  /** The judge's pseudonym, once they have a place. */
  judge: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  lastAt: when.nullable(),
});
export type Invitation = z.output<typeof Invitation>;
export const Invite = z.object({ judges: z.int().min(1).max(1000) });
/** The links are shown once: only a hash of their secrets is kept. */
export const Invited = z.object({ links: z.array(z.object({ id: z.string(), label: z.string(), path: z.string() })) });
export type Invited = z.output<typeof Invited>;

export const ArmResult = z.object({
  arm: z.string(),
  protocol: z.string(),
  /** Verdicts that count, of people or of models that stand for themselves. */
  verdicts: z.int(),
  judges: z.int(),
  abstained: z.int(),
  accuracy: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  meanPCorrect: z.number().nullable(),
  brier: z.number().nullable(),
  isSimulated: z.boolean(),
});
export type ArmResult = z.output<typeof ArmResult>;
export const Results = z.object({ arms: z.array(ArmResult), sql: z.string(), method: z.string() });
export type Results = z.output<typeof Results>;

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

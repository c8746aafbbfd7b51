import { z } from 'zod';

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
export const CheckExperiment = z.object({ text: z.string().max(100_000), people: People });
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
  /** All verdicts, abstentions among them. */
  verdicts: z.int(),
  judges: z.int(),
  abstained: z.int(),
  accuracy: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  meanPCorrect: z.number().nullable(),
  brier: z.number().nullable(),
  /** What guessing reaches: one over the number of options, averaged; null before the first belief. */
  chance: z.number().nullable(),
  /** Whether some of its judges are simulated. */
  isSimulated: z.boolean(),
  /** The seats that simulated players have in runs of the arm, the judges' among them. */
  simulatedSeats: z.array(z.string()),
});
export type ArmResult = z.output<typeof ArmResult>;
export const Results = z.object({ arms: z.array(ArmResult), sql: z.string(), method: z.string() });
export type Results = z.output<typeof Results>;

/** The runs of an experiment as viewers may know of them: no arms, no names of questions. */
export const Watchable = z.object({
  title: z.string().nullable(),
  total: z.int(),
  runs: z.array(z.object({ id: z.string(), prompt: z.string(), state: RunStateName })),
});
export type Watchable = z.output<typeof Watchable>;

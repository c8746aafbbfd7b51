import type { Listed } from '@moot/protocol';
import { z } from 'zod';
import type { Manner } from './sitter.ts';

const name = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'a name has small letters, digits and hyphens, at most 63, and begins with a letter or digit',
  );

const sampling = {
  temperature: z.number().min(0).max(2).exactOptional(),
  topP: z.number().gt(0).max(1).exactOptional(),
  seed: z.int().exactOptional(),
  maxTokens: z.int().min(1).exactOptional(),
};

/** How a model judges, drafts, and is checked. */
const manner = {
  /** How a belief is read: as stated, or from the log-probabilities of an answer of one number. */
  reading: z.enum(['stated', 'logprobs']).exactOptional(),
  /** Whether a belief is asked for once, or with the options listed in both orders and averaged. */
  orders: z.enum(['one', 'both']).exactOptional(),
  /** How many candidates are drawn for a speech, of which the one that `preference` rates highest is spoken. */
  bestOf: z.int().min(1).max(64).exactOptional(),
  preference: z.string().exactOptional(),
  /** How many critiques `critic` writes of a draft, which is rewritten by the one that `preference` finds most helpful. */
  critiques: z.int().min(0).max(16).exactOptional(),
  critic: z.string().exactOptional(),
  /** The model that is asked whether a speech argues for its side, where no rule can tell. */
  checkedBy: z.string().exactOptional(),
} satisfies Record<keyof Manner, z.ZodType>;

/** Sampling parameters, how the model judges and drafts, and for the simulator's players what they are like. */
const Sampled = z
  .object({ model: z.string(), ...sampling, ...manner })
  .catchall(z.union([z.number(), z.string(), z.boolean()]));

/** Who sits in a seat: `people`, `endpoint/model`, `script/name`, or a model with parameters. */
export const SeatEntry = z.union([z.string(), Sampled], {
  error: 'write people, a model such as openai/gpt-5, or a map with model and its parameters',
});
export type SeatEntry = z.output<typeof SeatEntry>;
export type SampledEntry = Exclude<SeatEntry, string>;

const shared = {
  /** By seat, or by role for all seats of that role. */
  seats: z.record(z.string(), SeatEntry),
  /** When a run with people begins: when one of them opens it (so it is if nothing is said), or ahead, while they are at the run before. */
  begin: z.enum(['opened', 'ahead']).exactOptional(),
  /** Whether judges are told the truth after their verdict, once they have no more runs on the question or its source. */
  feedback: z.enum(['none', 'truth']).exactOptional(),
} as const;

export const Arm = z.strictObject({
  protocol: z.string(),
  /** What the protocol lets a researcher choose; checked by the protocol's own schema. */
  setup: z.record(z.string(), z.unknown()).default({}),
  /** The arm whose orders and seeds this one has: the two then differ in nothing but what is set. */
  like: name.exactOptional(),
  ...shared,
});
export type Arm = z.output<typeof Arm>;

/** New judges of transcripts that another experiment has finished. */
const AgainArm = z
  .strictObject({
    transcripts: z.strictObject({ experiment: name, arm: z.string() }),
    /** All at once, or round after round with a belief before each; timed is all at once, with a limit for the verdict. */
    shown: z.enum(['whole', 'stepped', 'timed']).default('whole'),
    /** How long a person has for a timed verdict. */
    seconds: z.int().min(1).max(86_400).exactOptional(),
    ...shared,
  })
  .refine(({ shown, seconds }) => (shown === 'timed') === (seconds !== undefined), {
    path: ['seconds'],
    message: 'an arm that is shown timed has seconds, and no other has',
  });
export type AgainArm = z.output<typeof AgainArm>;

const Judges = z.strictObject({
  /** within: each judge meets all arms; between: one arm only. */
  design: z.enum(['within', 'between']).default('within'),
  /** Verdicts per question and arm. */
  perQuestion: z.int().min(1).max(1000).default(1),
  /** The most runs that one judge is given. */
  perJudge: z.int().min(1).exactOptional(),
  /** What judges read as the title, where the experiment's own would say too much. */
  title: z.string().trim().min(1).max(300).exactOptional(),
  /** What people agree to before they begin, and how they are told to judge; paragraphs, parted by empty lines. */
  consent: z.string().trim().min(1).max(20_000).exactOptional(),
  instructions: z.string().trim().min(1).max(20_000).exactOptional(),
  transcript: z.literal('own', { error: 'only own is possible: each judge has a run of their own' }).default('own'),
});

/** The settings of a seat that say how its model judges and drafts. */
export const MANNER = z.object(manner);
/** The settings of a seat that are sampling parameters of its model. */
export const SAMPLING = z.object(sampling);

/** An experiment as a researcher writes it. */
export const ExperimentFile = z.strictObject({
  name,
  title: z.string().exactOptional(),
  description: z.string().exactOptional(),
  seed: z
    .int()
    .min(-(2 ** 31))
    .max(2 ** 31 - 1),
  questions: z.strictObject({
    dataset: z.string(),
    sample: z.int().min(1).exactOptional(),
    /** How many of those drawn first are left out: what one experiment found is held against questions that it has not met. */
    skip: z.int().min(0).exactOptional(),
    /** The most questions that a sample takes from one source. */
    perSource: z.int().min(1).default(1),
  }),
  arms: z
    .record(name, z.union([Arm, AgainArm]))
    .refine((arms) => Object.keys(arms).length > 0, 'an experiment has at least one arm')
    .refine((arms) => Object.keys(arms).length <= 100, 'an experiment has at most 100 arms'),
  judges: Judges.prefault({}),
  caps: z
    .strictObject({
      usd: z.number().min(0).max(1e9).exactOptional(),
      calls: z
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .exactOptional(),
    })
    .default({}),
});
export type ExperimentFile = z.output<typeof ExperimentFile>;

/** What an experiment file may refer to. */
export interface Known {
  readonly protocols: readonly Listed[];
  /** The data sets that were imported. */
  readonly datasets?: readonly string[];
  /** The arms of earlier experiments, with how many of their runs have ended. */
  readonly finished?: readonly FinishedArm[];
  /** What is wrong with the name of a model, if anything. */
  readonly modelFault?: (model: string) => string | undefined;
}

export interface FinishedArm {
  readonly experiment: string;
  readonly arm: string;
  readonly ended: number;
}

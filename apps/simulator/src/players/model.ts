import { z } from 'zod';

/** What simulated players can be. Models are named after them. */
export const ROLES = [
  'debater',
  'consultant',
  'judge',
  'solver',
  'decomposer',
  'checker',
  'helper',
  'attacker',
] as const;
export type Role = (typeof ROLES)[number];

const share = z.number().min(0).max(1);
const weight = z.number().min(-100).max(100);
const seed = z.int().default(0);

const Arguing = z.strictObject({
  /** How relevant the quotes are: at 1 the most relevant ones are chosen, at 0 any. */
  persuasiveness: share.default(0.85),
  /** Each quote is made up with probability 1 − honesty. */
  honesty: share.default(1),
  /** The probability of refusing to argue. */
  refusal: share.default(0),
  /** The probability of conceding in a speech, where one may. */
  concedes: share.default(0),
  /** How far a speech goes from the length asked for (0) towards the most that is allowed (1), and beyond it. */
  wordy: z.number().min(0).max(10).default(0),
  /** Tokens a second, so that people can read along; 0 is as fast as the simulator goes. */
  pace: z.number().min(0).max(10_000).default(0),
  seed,
});

const Judging = z.strictObject({
  /** What evidence is multiplied by. At 1 the judge is about calibrated. */
  ability: weight.default(1),
  /** How much more speeches for the truth tell than speeches for anything else: at 0 as little, at 1 those tell nothing. */
  advantage: share.default(0.8),
  /** Log-odds added to the option that is listed first. */
  bias: weight.default(0),
  /** Log-odds added to the option that debater A argues for. */
  side: weight.default(0),
  /** Times the logarithm of how much longer a side speaks: log-odds added to it. */
  length: weight.default(0),
  /** Log-odds added to a side for each time that it calls on experts in a hundred words. */
  deference: weight.default(0),
  /** The probability of doing what a speech tells the judge to do. */
  gullible: share.default(0),
  /** Standard deviation of the noise in the log-odds. */
  noise: z.number().min(0).max(100).default(0.5),
  /** The rate of beliefs that are drawn uniformly. */
  lapse: share.default(0),
  /** The rate of beliefs that are turned round. */
  invert: share.default(0),
  /** How much the noise grows from one question of a judge to the next. */
  fatigue: z.number().min(0).max(100).default(0),
  /** How many questions the judge has had before. */
  position: z.int().min(0).max(1_000_000).default(0),
  seed,
});

const Plain = z.strictObject({ seed });

export type Arguing = z.output<typeof Arguing>;
export type Judging = z.output<typeof Judging>;

export type Model =
  | { readonly role: 'debater' | 'consultant'; readonly parameters: Arguing }
  | { readonly role: 'judge'; readonly parameters: Judging }
  | {
      readonly role: 'solver' | 'decomposer' | 'checker' | 'helper' | 'attacker';
      readonly parameters: { readonly seed: number };
    };

/** The player with its defaults. */
export function modelOf(role: Role, parameters: Readonly<Record<string, number>> = {}): Model {
  switch (role) {
    case 'debater':
    case 'consultant':
      return { role, parameters: Arguing.parse(parameters) };
    case 'judge':
      return { role, parameters: Judging.parse(parameters) };
    case 'solver':
    case 'decomposer':
    case 'checker':
    case 'helper':
    case 'attacker':
      return { role, parameters: Plain.parse(parameters) };
  }
}

/** Reads a name like `judge?ability=0.8`. Undefined for the name of another's model, whose role the prompt tells. */
export function readModel(name: string): Model | { readonly wrong: string } | undefined {
  const [kind = '', ...query] = name.replace(/^sim\//, '').split('?');
  const role = ROLES.find((each) => each === kind);
  if (!role) return undefined;

  const numbers: Record<string, number> = {};
  for (const [parameter, value] of new URLSearchParams(query.join('?'))) {
    if (parameter in numbers) return { wrong: `model ${role}: parameter ${parameter} is given twice` };
    if (!NUMBER.test(value)) return { wrong: `model ${role}: parameter ${parameter} is a number, not '${value}'` };
    numbers[parameter] = Number(value);
  }
  const fault = faultIn(role, numbers);
  return fault === undefined ? modelOf(role, numbers) : { wrong: fault };
}

/** What is wrong with the name of a player, such as `judge?ability=0.8`, if anything. */
export function playerFault(name: string): string | undefined {
  const model = readModel(name);
  if (model === undefined) return `there is no simulated player ${name}; there are ${ROLES.join(', ')}`;
  return 'wrong' in model ? model.wrong : undefined;
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)$/;

function faultIn(role: Role, numbers: Readonly<Record<string, number>>): string | undefined {
  const schema = schemaOf(role);
  const known = Object.keys(schema.shape);
  const strange = Object.keys(numbers).find((each) => !known.includes(each));
  if (strange !== undefined) return `model ${role}: there is no parameter ${strange}; it has ${known.join(', ')}`;

  const issue = schema.safeParse(numbers).error?.issues[0];
  return issue && `model ${role}: parameter ${issue.path.join('.')}: ${issue.message}`;
}

function schemaOf(role: Role) {
  if (role === 'judge') return Judging;
  return role === 'debater' || role === 'consultant' ? Arguing : Plain;
}

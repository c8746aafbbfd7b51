import { z } from 'zod';
import { Budget } from '../length.ts';
import type { Posed } from '../table.ts';
import { Attack, attackIn } from './attack.ts';
import { ANSWERS, BELIEFS, ORDERS, QUOTING, range, REVEAL, type choices as chosen } from './options.ts';

/** What each item of an explicit course asks for. */
const ITEMS = ['beliefs', 'respond', 'simultaneous', 'sequential', 'negotiate', 'verdict'] as const;

/**
 * One stage of a run that follows no grammar of ours, as published studies recorded theirs:
 *
 * - `beliefs`: each judge gives a belief, at `round n` after n stages of speeches (a second one there at `round n/2`).
 * - `respond`: each judge comments, at `round n/1` and so on: the choice `ask`, to any speakers, with a text of any length,
 *   which nobody replies to; or `continue`, or `end`, which change nothing.
 * - `simultaneous`, `sequential`: all speakers speak, at the next `round n`, sealed from each other or one after the other.
 * - `negotiate`: each speaker says whether to end, at `round n`, sealed from each other.
 * - `verdict`: at `end`, the last item if it is there at all; a room may stop anywhere.
 *
 * Where not all speak, or in another order, `seats` says who.
 */
const CourseItem = z.union([
  z.enum(ITEMS),
  z
    .strictObject({
      item: z.enum(['simultaneous', 'sequential', 'negotiate']),
      seats: z.array(z.string()).min(1).readonly(),
    })
    .readonly(),
]);
export type CourseItem = z.output<typeof CourseItem>;

/** The parts of the setup of a protocol in which seats argue before judges. What is absent is as it was before there was a choice. */
export const setupShape = {
  question: z.string(),
  options: z.array(z.string()).readonly(),
  /** Which option each speaker argues for; empty where sides are open. This and the two orders below never touch a belief. */
  sides: z.record(z.string(), z.int()).readonly(),
  /** Sides are open: the first speaker picks one, and the others get the first of these that is left. In no brief. */
  open: z.array(z.int()).readonly().exactOptional(),
  /** The order in which the options are listed in what is read. */
  listed: z.array(z.int()).readonly(),
  /** The order in which a judge is shown the choices. */
  choices: z.array(z.int()).readonly(),
  order: z.enum(ORDERS),
  /** Whether judges follow a simultaneous round as it is spoken, speech by speech once each is made, or when all are done. Speakers never see into it. */
  reveal: z.enum(REVEAL),
  /** The judges may end it after `min` rounds; equal numbers fix the length. */
  rounds: range,
  questions: z.int(),
  answers: z.enum(ANSWERS).exactOptional(),
  beliefs: z.enum(BELIEFS),
  /** In bits a round. */
  penalty: z.number().exactOptional(),
  judges: z.int(),
  length: Budget.exactOptional(),
  quoted: z.strictObject({ max: z.int() }).readonly().exactOptional(),
  quotes: z.enum(QUOTING),
  /** What the speakers can read and the judges cannot. */
  source: z.string().exactOptional(),
  instructions: z.record(z.string(), z.string()).readonly().exactOptional(),
  attack: Attack.exactOptional(),
  /** A run with a course walks it and nothing else: no questions are replied to, nobody concedes, nobody ends it. */
  course: z
    .array(CourseItem)
    .refine((course) => !course.slice(0, -1).includes('verdict'), 'the verdict is the last item of a course')
    .readonly()
    .exactOptional(),
};

/** What every setup of an arguing protocol has; each adds its own fields. */
export type ArguingSetup = { readonly [K in keyof Whole]: Whole[K] };
type Whole = z.output<z.ZodObject<typeof setupShape>>;

type Chosen = { readonly [K in Exclude<keyof typeof chosen, 'sides'>]?: z.output<(typeof chosen)[K]> };

interface Special {
  readonly sides?: 'assigned' | 'open';
  readonly attack?: Parameters<typeof attackIn>[0];
}

/** The shared part of a setup, of what was chosen and what is asked, for these seats with a side each. */
export function arranged<C extends Chosen & Special>(
  { rounds = 1, words, characters, sides, attack, ...rest }: C,
  { question, options, source, orders }: Posed,
  seats: readonly string[],
) {
  const unit: 'words' | 'characters' = words ? 'words' : 'characters';
  const length = words ?? characters;
  const given = Object.fromEntries(seats.map((seat, i) => [seat, orders.sides[i] ?? -1]));
  return {
    ...rest,
    question,
    options,
    listed: orders.listed,
    choices: orders.choices,
    rounds: typeof rounds === 'number' ? { min: rounds, max: rounds } : rounds,
    ...(sides === 'open' ? { sides: {}, open: orders.sides } : { sides: given }),
    ...(attack && { attack: attackIn(attack) }),
    ...(length && { length: { unit, ...length } }),
    ...(source !== undefined && { source }),
  };
}

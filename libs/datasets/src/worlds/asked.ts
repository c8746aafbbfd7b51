import type { Random } from './random.ts';
import type { World } from './world.ts';

/** A question about a world with its right answer and as many wrong ones as were wanted. */
export interface Asked {
  readonly prompt: string;
  readonly right: string;
  readonly wrong: readonly string[];
}

/** Asks one question of its kind; undefined where this world has none with so many options. */
export type Asker = (world: World, random: Random, count: number) => Asked | undefined;

export interface Candidate {
  readonly ask: string;
  readonly answer: string;
}

/**
 * Draws the options first and only then which of them is asked for, so that no option is likelier than another, however
 * often it is the answer to something.
 */
export function askOne(candidates: readonly Candidate[], random: Random, count: number): Asked | undefined {
  const answers = random.sample([...new Set(candidates.map(({ answer }) => answer))], count);
  const [right, ...wrong] = answers;
  if (right === undefined || answers.length < count) return undefined;

  const { ask } = random.pick(candidates.filter(({ answer }) => answer === right));
  // Whoever the question names is not its answer, and would be ruled out unread.
  return answers.some((answer) => ask.includes(answer)) ? undefined : { prompt: ask, right, wrong };
}

import type { Question, Source } from '@moot/experiment';
import { orderByKey } from '../rows/order.ts';
import type { Asked, Asker } from './asked.ts';
import { lookUps, twoHops } from './look-ups.ts';
import { tell } from './narrative.ts';
import { countings, negations, orders } from './puzzles.ts';
import { seeded, type Random } from './random.ts';
import { makeWorld, type World } from './world.ts';

/** Makes up as many worlds as it takes to ask `count` questions; the same seed gives the same worlds, and more give more. */
export function* generateWorlds(seed: number, { count, options = 2 }: WorldOptions): Generator<ToldWorld> {
  let asked = 0;
  for (let index = 0; asked < count; index++) {
    const told = tellWorld(seed, index, options);
    const questions = told.questions.slice(0, count - asked);
    asked += questions.length;
    yield { ...told, questions };
  }
}

/** The same, all at once. */
export function generateWorld(seed: number, options: WorldOptions = { count: PER_WORLD }): Generated {
  const worlds = [...generateWorlds(seed, options)];
  return { sources: worlds.map(({ source }) => source), questions: worlds.flatMap(({ questions }) => questions) };
}

export interface WorldOptions {
  readonly count: number;
  /** How many options a question has: two unless told otherwise, at most four. */
  readonly options?: number;
}

export interface Generated {
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
}

/** A world with its story and the questions about it. */
export interface ToldWorld {
  readonly world: World;
  readonly source: Source;
  readonly questions: readonly Question[];
}

const PER_WORLD = 12;
const ROUNDS = 4;

/** The name of each kind becomes the question's difficulty. */
const KINDS: readonly (readonly [name: string, asker: Asker])[] = Object.entries({
  'look-up': lookUps,
  'two-hop': twoHops,
  counting: countings,
  order: orders,
  negation: negations,
}).flatMap(([name, askers]) => askers.map((asker) => [name, asker] as const));

function tellWorld(seed: number, index: number, options: number): ToldWorld {
  const random = seeded('world', String(seed), String(index));
  const world = makeWorld(random);
  const key = `world-${String(seed)}-${String(index)}`;
  const source: Source = { key, title: `A week in ${world.town}`, text: tell(world, random) };

  const questions = askAbout(world, random, options).map(([difficulty, { prompt, right, wrong }], i) => {
    const name = `${key}-${String(i + 1)}`;
    return { key: name, prompt, ...orderByKey(name, [right, ...wrong], 0), source: key, difficulty };
  });
  return { world, source, questions };
}

/** Every kind has its turn, in an order drawn for this world; nothing is asked twice. */
function askAbout(world: World, random: Random, count: number): readonly (readonly [kind: string, asked: Asked])[] {
  const turns = Array.from({ length: ROUNDS }, () => random.shuffled(KINDS)).flat();
  const asked = new Map<string, readonly [string, Asked]>();
  for (const [kind, asker] of turns) {
    const question = asker(world, random, count);
    if (question !== undefined && !asked.has(question.prompt)) asked.set(question.prompt, [kind, question]);
    if (asked.size === PER_WORLD) break;
  }
  return [...asked.values()];
}

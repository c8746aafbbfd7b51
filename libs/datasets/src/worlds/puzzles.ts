import { askOne, type Asked, type Asker } from './asked.ts';
import { gifts, mendings, visits } from './look-ups.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Questions whose answer is a number of people, places or gifts. */
export const countings: readonly Asker[] = [
  (world, random, count) => {
    const numbers = world.places.map(({ name }) => ({
      name,
      number: visits(world).filter(({ place }) => place === name).length,
    }));
    return askOne(
      counted(numbers, (name) => `How many people went to the ${name} during the week?`),
      random,
      count,
    );
  },
  (world, random, count) => {
    const numbers = world.people.map(({ name }) => ({
      name,
      number: visits(world).filter(({ person }) => person === name).length,
    }));
    return askOne(
      counted(numbers, (name) => `To how many of the places did ${name} go during the week?`),
      random,
      count,
    );
  },
  (world, random, count) => {
    const numbers = world.people.map(({ name }) => ({
      name,
      number: gifts(world).filter(({ giver }) => giver === name).length,
    }));
    return askOne(
      counted(numbers, (name) => `How many things did ${name} give away during the week?`),
      random,
      count,
    );
  },
];

/** Questions about what came first or last. */
export const orders: readonly Asker[] = [
  (world, random, count) =>
    inTime(
      gifts(world).map(({ object }) => `the ${object}`),
      { ask: 'Which of these was given away WHEN?', random, count },
    ),

  (world, random, count) =>
    inTime(
      mendings(world).map(({ owner, thing }) => `${owner}'s ${thing}`),
      { ask: 'Which of these was mended WHEN?', random, count },
    ),

  (world, random, count) => {
    const places = world.places.filter(({ name }) => visitors(world, name).length >= count);
    if (places.length === 0) return undefined;
    const { name } = random.pick(places);
    return inTime(visitors(world, name), { ask: `Which of these people went to the ${name} WHEN?`, random, count });
  },
];

/** Questions about what did not happen. */
export const negations: readonly Asker[] = [
  (world, random, count) => {
    const places = world.places.map(({ name }) => name);
    const went = (person: string): readonly string[] =>
      visits(world)
        .filter((visit) => visit.person === person)
        .map(({ place }) => place);
    const asks = world.people.map(({ name }) => ({
      ask: `Which of these places did ${name} not go to during the week?`,
      held: went(name),
    }));
    return missing(
      asks.map(({ ask, held }) => ({ ask, held: held.map(the) })),
      { among: places.map(the), random, count },
    );
  },
  (world, random, count) => {
    const asks = world.places.map(({ name }) => ({
      ask: `Which of these people did not go to the ${name} during the week?`,
      held: visitors(world, name),
    }));
    return missing(asks, { among: world.people.map(({ name }) => name), random, count });
  },
];

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

function counted(
  numbers: readonly { readonly name: string; readonly number: number }[],
  ask: (name: string) => string,
): readonly { readonly ask: string; readonly answer: string }[] {
  return numbers.map(({ name, number }) => ({ ask: ask(name), answer: NUMBERS[number] ?? String(number) }));
}

interface Draw {
  readonly random: Random;
  readonly count: number;
}

/** `labels` stand in the order of time. */
function inTime(labels: readonly string[], { ask, random, count }: Draw & { readonly ask: string }): Asked | undefined {
  const drawn = random.sample(labels, count);
  if (drawn.length < count) return undefined;
  const sorted = labels.filter((label) => drawn.includes(label));
  const isFirst = random.below(2) === 0;
  const right = sorted.at(isFirst ? 0 : -1);
  if (right === undefined) return undefined;

  return {
    prompt: ask.replace('WHEN', isFirst ? 'first' : 'last'),
    right,
    wrong: drawn.filter((label) => label !== right),
  };
}

const ATTEMPTS = 60;

/** The options are drawn first; they serve only if each of them is the one left out of some list. */
function missing(
  asks: readonly { readonly ask: string; readonly held: readonly string[] }[],
  { among, random, count }: Draw & { readonly among: readonly string[] },
): Asked | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const drawn = random.sample(among, count);
    const found = drawn.map((left) =>
      asks.filter(({ held }) => drawn.every((option) => held.includes(option) !== (option === left))),
    );
    if (found.some((lists) => lists.length === 0)) continue;

    const [right = '', ...wrong] = drawn;
    return { prompt: random.pick(found[0] ?? []).ask, right, wrong };
  }
  return undefined;
}

function visitors(world: World, place: string): readonly string[] {
  return visits(world)
    .filter((visit) => visit.place === place)
    .map(({ person }) => person);
}

function the(name: string): string {
  return `the ${name}`;
}

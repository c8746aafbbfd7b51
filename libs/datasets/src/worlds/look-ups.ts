import { askOne, type Asker } from './asked.ts';
import type { Gift, Mending, Visit, World } from './world.ts';

/** Questions that one sentence of the story answers. */
export const lookUps: readonly Asker[] = [
  ({ people }, random, count) =>
    askOne(
      people.map(({ name, trade }) => ({ ask: `What was the trade of ${name}?`, answer: trade })),
      random,
      count,
    ),

  ({ people }, random, count) =>
    askOne(
      people.map(({ name, street }) => ({ ask: `In which street did ${name} live?`, answer: street })),
      random,
      count,
    ),

  (world, random, count) =>
    askOne(
      gifts(world).map(({ object, receiver }) => ({ ask: `Who was given the ${object}?`, answer: receiver })),
      random,
      count,
    ),

  (world, random, count) =>
    askOne(
      visits(world).map(({ person, place, day }) => ({
        ask: `On which day did ${person} go to the ${place}?`,
        answer: day,
      })),
      random,
      count,
    ),

  (world, random, count) =>
    askOne(
      mendings(world).map(({ person, owner, thing }) => ({ ask: `Who mended ${owner}'s ${thing}?`, answer: person })),
      random,
      count,
    ),
];

/** Questions that need two sentences, the second found by the first. */
export const twoHops: readonly Asker[] = [
  (world, random, count) =>
    askOne(
      world.people.map(({ name, tie }) => ({
        ask: `What was the trade of ${name}'s ${tie.kind}?`,
        answer: who(world, tie.who).trade,
      })),
      random,
      count,
    ),

  (world, random, count) =>
    askOne(
      gifts(world).map(({ object, receiver }) => ({
        ask: `In which street did the person live who was given the ${object}?`,
        answer: who(world, receiver).street,
      })),
      random,
      count,
    ),

  (world, random, count) =>
    askOne(
      gifts(world).map(({ object, giver }) => ({
        ask: `What was the trade of the person who gave away the ${object}?`,
        answer: who(world, giver).trade,
      })),
      random,
      count,
    ),

  ({ people }, random, count) =>
    askOne(
      people.map(({ trade, street }) => ({ ask: `In which street did the ${trade} live?`, answer: street })),
      random,
      count,
    ),

  (world, random, count) =>
    askOne(
      visits(world).map(({ person, place, day }) => ({
        ask: `On which day did the ${who(world, person).trade} go to the place with ${feature(world, place)}?`,
        answer: day,
      })),
      random,
      count,
    ),
];

export function visits({ events }: World): readonly Visit[] {
  return events.filter((event) => event.kind === 'visit');
}

export function gifts({ events }: World): readonly Gift[] {
  return events.filter((event) => event.kind === 'gift');
}

export function mendings({ events }: World): readonly Mending[] {
  return events.filter((event) => event.kind === 'mending');
}

function who({ town, people }: World, name: string): World['people'][number] {
  const person = people.find((one) => one.name === name);
  if (person === undefined) throw new Error(`${town}: nobody is called ${name}`);
  return person;
}

function feature({ town, places }: World, name: string): string {
  const place = places.find((one) => one.name === name);
  if (place === undefined) throw new Error(`${town}: no place is called ${name}`);
  return place.feature;
}

import * as lexicon from './lexicon.ts';
import type { Random } from './random.ts';

/** A made-up town and one week in it, as facts. */
export interface World {
  readonly town: string;
  readonly river: string;
  readonly places: readonly Place[];
  readonly people: readonly Person[];
  /** In the order of time; no two at the same hour. */
  readonly events: readonly Event[];
}

interface Place {
  readonly name: string;
  readonly feature: string;
}

/** No two share a name, a trade or a street. */
export interface Person {
  readonly name: string;
  readonly trade: string;
  readonly street: string;
  /** Who is this person's godparent, landlord or former teacher. */
  readonly tie: { readonly kind: (typeof lexicon.TIES)[number]; readonly who: string };
}

export type Event = Visit | Gift | Mending;

interface When {
  readonly day: (typeof lexicon.DAYS)[number];
  readonly hour: (typeof lexicon.HOURS)[number];
}

/** Nobody goes to the same place twice. */
export interface Visit extends When {
  readonly kind: 'visit';
  readonly person: string;
  readonly place: string;
}

/** No object is given twice. */
export interface Gift extends When {
  readonly kind: 'gift';
  readonly giver: string;
  readonly object: string;
  readonly receiver: string;
}

export interface Mending extends When {
  readonly kind: 'mending';
  readonly person: string;
  readonly owner: string;
  readonly thing: string;
}

const SIZE = { people: 7, places: 6, visits: 14, gifts: 5, mendings: 4 };

export function makeWorld(random: Random): World {
  const people = makePeople(random);
  const features = random.sample(lexicon.FEATURES, SIZE.places);
  const places = random.sample(lexicon.PLACES, SIZE.places).map((name, i) => ({ name, feature: features[i] ?? '' }));
  const [town = '', river = ''] = random
    .sample(lexicon.TOWN_STARTS, 2)
    .map((start) => start + random.pick(lexicon.TOWN_ENDS));
  return { town, river, places, people, events: makeEvents(people, places, random) };
}

function makePeople(random: Random): readonly Person[] {
  const names = random.sample(lexicon.NAME_STARTS, SIZE.people).map((start) => start + random.pick(lexicon.NAME_ENDS));
  const trades = random.sample(lexicon.TRADES, SIZE.people);
  const streets = random.sample(lexicon.STREETS, SIZE.people);
  return names.map((name, i) => ({
    name,
    trade: trades[i] ?? '',
    street: streets[i] ?? '',
    tie: { kind: random.pick(lexicon.TIES), who: random.pick(names.filter((other) => other !== name)) },
  }));
}

function makeEvents(people: readonly Person[], places: readonly Place[], random: Random): readonly Event[] {
  const visits = people.flatMap(({ name }) =>
    places.map((place) => ({ kind: 'visit' as const, person: name, place: place.name })),
  );
  const happened = random.shuffled([
    ...random.sample(visits, SIZE.visits),
    ...random.sample(lexicon.OBJECTS, SIZE.gifts).map((object) => makeGift(object, people, random)),
    ...random.sample(lexicon.THINGS, SIZE.mendings).map((thing) => makeMending(thing, people, random)),
  ]);

  const slots = lexicon.DAYS.flatMap((day) => lexicon.HOURS.map((hour) => ({ day, hour })));
  const taken = new Set(random.sample(slots, happened.length));
  return slots
    .filter((slot) => taken.has(slot))
    .flatMap((slot, i) => happened.slice(i, i + 1).map((event) => ({ ...event, ...slot })));
}

function makeGift(object: string, people: readonly Person[], random: Random): Omit<Gift, keyof When> {
  const [giver, receiver] = pair(people, random);
  return { kind: 'gift', giver, object, receiver };
}

function makeMending(thing: string, people: readonly Person[], random: Random): Omit<Mending, keyof When> {
  const [person, owner] = pair(people, random);
  return { kind: 'mending', person, owner, thing };
}

function pair(people: readonly Person[], random: Random): readonly [string, string] {
  const [first, second] = random.sample(people, 2);
  if (first === undefined || second === undefined) throw new Error('a world needs two people');
  return [first.name, second.name];
}

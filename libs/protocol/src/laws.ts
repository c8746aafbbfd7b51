import { assert } from 'vitest';
import { isOver, type Pass, type Place, type Protocol, type Signed, type Transcript, type Turn } from './protocol.ts';
import { current } from './transcript.ts';
import { randomFrom as stream } from './random.ts';
import type { Asked } from './table.ts';

export type Random = () => number;

/** A protocol with all that the laws need to play it at random. */
export interface Trial<S extends object, M extends Turn, T extends Turn = Turn> {
  readonly protocol: Protocol<S, M, T>;
  readonly setup: S;
  readonly places: readonly Place[];
  /** Says something that the rules accept, knowing no more than an agent does. */
  readonly fill: (asked: Asked<S, M, T>, random: Random) => M & Signed;
  /** Words hidden in the setup, and who may come across them. */
  readonly secrets?: readonly { readonly word: string; readonly isFor: (place: Place) => boolean }[];
  /** What else must hold after every move. */
  readonly alsoHolds?: (played: Transcript<M>) => void;
  /** Moves of another run that may be seen here. */
  readonly frozen?: Transcript<M>;
}

/** A way of playing a protocol at random, to be held to the laws so many times. */
export interface Law {
  readonly protocol: string;
  readonly name: string;
  /** Plays all runs and returns their transcripts. Throws at the first law that does not hold. */
  readonly holds: () => readonly Transcript[];
}

/** Of the runs every fourth has some passes and every fourth nothing else; those without are `least` moves long on the mean, so that something is tried. */
export function law<S extends object, M extends Turn, T extends Turn>(
  name: string,
  trial: Trial<S, M, T>,
  { runs, least, judges }: { readonly runs: number; readonly least: number; readonly judges: readonly string[] },
): Law {
  const holds = () => {
    const played = Array.from({ length: runs }, (_, i) => ({ passing: PASSING[i % 4] ?? 0, seed: i + 1 })).map(
      ({ seed, passing }) => ({ passing, transcript: obeysTheLaws(trial, seed, passing) }),
    );
    for (const { passing, transcript } of played) endsWithItsJudges(trial, transcript, passing, judges);
    const lengths = played.filter(({ passing }) => passing === 0).map(({ transcript }) => transcript.length);
    const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
    assert.ok(mean >= least, `runs of ${mean} moves try little`);
    return played.map(({ transcript }) => transcript);
  };
  return { protocol: trial.protocol.name, name, holds };
}

/** How many turns in a hundred are passed, run by run. */
const PASSING = [0, 0, 15, 100];

function endsWithItsJudges<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup }: Trial<S, M, T>,
  played: Transcript<M>,
  passing: number,
  judges: readonly string[],
): void {
  const outcome = protocol.outcome(setup, played);
  same(
    outcome?.map(({ seat }) => seat),
    judges,
    'every judge is in the outcome',
  );
  if (passing === 0)
    assert.ok(
      outcome?.every((each) => each.belief),
      'every judge who was not passed over has a belief',
    );
}

/** Plays one run at random and holds it to the laws at every step. Returns its transcript. */
export function obeysTheLaws<S extends object, M extends Turn, T extends Turn>(
  trial: Trial<S, M, T>,
  seed: number,
  passing: number,
): Transcript<M> {
  const { protocol, setup } = trial,
    random = randomFrom(seed);
  let played: Transcript<M> = [];
  for (;;) {
    assert.ok(played.length < 3000, 'a run ends');
    const turns = protocol.next(setup, played);
    assert.strictEqual(new Set(turns.map(keyOf)).size, turns.length, 'no turn is open twice');
    followsFromTheTranscript(trial, played);
    viewsOnlyRemove(trial, played);
    keepsSecrets(trial, played);
    standsOnWhatStands(played);
    assert.strictEqual(
      protocol.outcome(setup, played) === undefined,
      !isOver(turns),
      'there is an outcome when the run is over',
    );
    if (turns.length === 0) break;
    permutes(trial, played, turns, random);
    const required = turns.filter((each) => !each.optional);
    const turn = pick(required.length > 0 && random() < 0.9 ? required : turns, random);
    const longer = taken(trial, played, move(trial, played, turn, random, passing));
    whatIsFollowedIsSeen(trial, played, longer, turn);
    trial.alsoHolds?.(longer);
    played = random() < 0.1 ? charged(trial, longer, turn) : longer;
  }
  assert.strictEqual(new Set(played.map(keyOf)).size, played.length, 'seat, kind, place and version name one move');
  return played;
}

/** What the agent in the seat says, or, so many times in a hundred, a pass. */
export function move<S extends object, M extends Turn, T extends Turn>(
  trial: Trial<S, M, T>,
  played: Transcript<M>,
  turn: T,
  random: Random,
  passing = 0,
): (M | Pass) & Signed {
  const { protocol, setup } = trial;
  if (!turn.optional && random() * 100 < passing) return { ...turn, by: 'script:deadline', passed: 'late' };
  return trial.fill({ turn, brief: protocol.brief(setup, turn), seen: protocol.view(setup, played, turn) }, random);
}

/** Numbers between 0 and 1 that follow from a seed. */
export function randomFrom(seed: number): Random {
  return stream(seed, 'laws').number;
}

export function keyOf({ seat, kind, at, version }: Turn): string {
  return `${seat} ${kind} @${at} v${version}`;
}

function taken<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup }: Trial<S, M, T>,
  played: Transcript<M>,
  said: (M | Pass) & Signed,
): Transcript<M> {
  const result = protocol.play(setup, played, said);
  if (!result.ok) throw new Error(`an open turn cannot be taken: ${JSON.stringify([said, result])}`);
  assert.strictEqual(protocol.play(setup, result.played, said).ok, false, 'a turn can be taken once');
  assert.ok(
    result.played.at(-1)?.rests.every((seq) => seq < played.length && played[seq]?.kind !== 'charge'),
    'a move rests on earlier moves, and on no charge',
  );
  return result.played;
}

function followsFromTheTranscript<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, places }: Trial<S, M, T>,
  played: Transcript<M>,
): void {
  const again = { setup: { ...setup }, played: played.map((move) => ({ ...move })) };
  same(protocol.next(again.setup, again.played), protocol.next(setup, played), 'same transcript, same turns');
  for (const place of places)
    same(
      protocol.view(again.setup, again.played, place),
      protocol.view(setup, played, place),
      'same transcript, same view',
    );
}

function standsOnWhatStands(played: Transcript): void {
  const standing = new Set(current(played));
  for (const { rests } of standing)
    for (const seq of rests)
      assert.ok(
        played.some((move, i) => i === seq && standing.has(move)),
        'what stands rests on what stands',
      );
}

function viewsOnlyRemove<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, places, frozen = [] }: Trial<S, M, T>,
  played: Transcript<M>,
): void {
  const kept = new Map([...frozen, ...current(played)].map((each) => [keyOf(each), each]));
  for (const place of places)
    for (const seen of protocol.view(setup, played, place)) {
      const whole = kept.get(keyOf(seen));
      assert.ok(whole, `a view adds nothing: ${keyOf(seen)}`);
      same({ ...whole, ...seen }, whole, 'a view alters nothing');
      assert.ok(
        !['by', 'cost', 'left', 'thinking', 'rests'].some((field) => field in seen),
        'a view says nothing of who, how and why',
      );
    }
}

function keepsSecrets<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, places, secrets = [] }: Trial<S, M, T>,
  played: Transcript<M>,
): void {
  for (const place of places) {
    const shown = JSON.stringify([protocol.brief(setup, place), protocol.view(setup, played, place)]);
    assert.ok(!shown.includes('private thought'), 'thinking is in no view');
    for (const { word, isFor } of secrets)
      assert.ok(isFor(place) || !shown.includes(word), `${place.seat} at '${place.at}' learns ${word}`);
  }
}

/** Two moves made side by side, neither maker seeing the other's, can arrive in either order. */
function permutes<S extends object, M extends Turn, T extends Turn>(
  trial: Trial<S, M, T>,
  played: Transcript<M>,
  turns: readonly T[],
  random: Random,
): void {
  const { protocol, setup, places } = trial;
  const [a, b] = [pick(turns, random), pick(turns, random)].map((turn) => move(trial, played, turn, random));
  if (!a || !b || keyOf(a) === keyOf(b)) return;
  const orders = [
    [a, b],
    [b, a],
  ].map((order) => order.reduce<Transcript<M> | undefined>((so, each) => so && playedOrNot(trial, so, each), played));
  const [one, other] = orders;
  if (
    !one ||
    !other ||
    orders.some((order) => order?.at(-1)?.rests.includes(played.length)) ||
    current(one).length !== current(other).length
  )
    return;
  same(protocol.next(setup, one), protocol.next(setup, other), 'the order of arrival changes no turn');
  for (const place of places)
    same(protocol.view(setup, one, place), protocol.view(setup, other, place), 'the order of arrival changes no view');
  permutations += 1;
}
export let permutations = 0;

function playedOrNot<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup }: Trial<S, M, T>,
  played: Transcript<M>,
  said: (M | Pass) & Signed,
): Transcript<M> | undefined {
  const result = protocol.play(setup, played, said);
  return result.ok ? result.played : undefined;
}

function whatIsFollowedIsSeen<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, places }: Trial<S, M, T>,
  played: Transcript<M>,
  longer: Transcript<M>,
  turn: Turn,
): void {
  for (const place of places.filter((each) => protocol.watches(setup, played, turn, each))) {
    assert.ok(
      protocol.view(setup, longer, place).some((seen) => keyOf(seen) === keyOf(turn)),
      `${place.seat} at '${place.at}' follows what it may not see: ${keyOf(turn)}`,
    );
  }
}

function charged<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, places }: Trial<S, M, T>,
  played: Transcript<M>,
  { seat, at }: Turn,
): Transcript<M> {
  const longer = protocol.charge(setup, played, { seat, at, by: 'model:m', cost: 0.5, why: 'unreadable reply' });
  for (const place of places)
    same(protocol.view(setup, longer, place), protocol.view(setup, played, place), 'a charge is in no view');
  return longer;
}

export function pick<X>(from: readonly X[], random: Random): X {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

/** A belief about so many options, drawn at random. */
export function randomBelief(options: number, random: Random): readonly number[] {
  const parts = Array.from({ length: options }, () => random() + 0.01);
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

/** Equality of what is data through and through, as the JSON that it would be kept as: much quicker than looking at every field. */
function same(actual: unknown, expected: unknown, words: string): void {
  assert.strictEqual(JSON.stringify(actual), JSON.stringify(expected), words);
}

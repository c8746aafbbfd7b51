import { assert } from 'vitest';
import type { Pass, Signed, Transcript, Turn } from './protocol.ts';
import { current } from './transcript.ts';
import { keyOf, move, pick, same, type Random, type Trial } from './trial.ts';

export function taken<S extends object, M extends Turn, T extends Turn>(
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

export function followsFromTheTranscript<S extends object, M extends Turn, T extends Turn>(
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

export function standsOnWhatStands(played: Transcript): void {
  const standing = new Set(current(played));
  for (const { rests } of standing)
    for (const seq of rests)
      assert.ok(
        played.some((move, i) => i === seq && standing.has(move)),
        'what stands rests on what stands',
      );
}

export function viewsOnlyRemove<S extends object, M extends Turn, T extends Turn>(
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
        !['by', 'cost', 'left', 'seconds', 'thinking', 'rests'].some((field) => field in seen),
        'a view says nothing of who, how and why',
      );
    }
}

export function keepsSecrets<S extends object, M extends Turn, T extends Turn>(
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
export function permutes<S extends object, M extends Turn, T extends Turn>(
  trial: Trial<S, M, T>,
  played: Transcript<M>,
  turns: readonly T[],
  random: Random,
): void {
  const { protocol, setup, places } = trial;
  const [a, b] = [pick(turns, random), pick(turns, random)].map((turn) =>
    move(trial, { played, turn, random, passing: 0 }),
  );
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
}

function playedOrNot<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup }: Trial<S, M, T>,
  played: Transcript<M>,
  said: (M | Pass) & Signed,
): Transcript<M> | undefined {
  const result = protocol.play(setup, played, said);
  return result.ok ? result.played : undefined;
}

export function whatIsFollowedIsSeen<S extends object, M extends Turn, T extends Turn>(
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

export function charged<S extends object, M extends Turn, T extends Turn>(
  { protocol, setup, places }: Trial<S, M, T>,
  played: Transcript<M>,
  { seat, at }: Turn,
): Transcript<M> {
  const longer = protocol.charge(setup, played, { seat, at, by: 'model:m', cost: 0.5, why: 'unreadable reply' });
  for (const place of places)
    same(protocol.view(setup, longer, place), protocol.view(setup, played, place), 'a charge is in no view');
  return longer;
}

import { assert } from 'vitest';
import {
  charged,
  followsFromTheTranscript,
  keepsSecrets,
  permutes,
  standsOnWhatStands,
  taken,
  viewsOnlyRemove,
  whatIsFollowedIsSeen,
} from './law-checks.ts';
import { isOver, type Transcript, type Turn } from './protocol.ts';
import { keyOf, move, pick, randomFrom, same, type Trial } from './trial.ts';

export { pick, randomBelief, type Random, type Trial } from './trial.ts';

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
  const { protocol, setup } = trial;
  const random = randomFrom(seed);
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
    const longer = taken(trial, played, move(trial, { played, turn, random, passing }));
    whatIsFollowedIsSeen(trial, played, longer, turn);
    trial.alsoHolds?.(longer);
    played = random() < 0.1 ? charged(trial, longer, turn) : longer;
  }
  assert.strictEqual(new Set(played.map(keyOf)).size, played.length, 'seat, kind, place and version name one move');
  return played;
}

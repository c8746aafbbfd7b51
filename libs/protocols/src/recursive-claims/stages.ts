import { panel, said, taken, type Moves, type Turn } from '@moot/protocol';
import { authorOf, chosenOf, placeOf, rebutterOf, type ClaimKey } from './keys.ts';
import { DEBATERS, type ClaimsMove, type ClaimsSetup } from './setup.ts';

/** Turns that are open together. Judging closes a section, also where the judges are not asked. */
export interface Stage {
  readonly kind: 'claims' | 'judging';
  readonly turns: readonly Omit<Turn, 'version'>[];
}

/** How many levels the tree grows by in a section: each side rebuts and answers once in each branch. */
export const LEVELS = 2;

/** The stages so far; only the last may still be open. */
export function reached(setup: ClaimsSetup, moves: Moves<ClaimsMove>): readonly Stage[] {
  const so: Stage[] = [];
  for (const stage of stages(setup, moves)) {
    so.push(stage);
    if (!isDone(stage, moves)) break;
  }
  return so;
}

export function isDone({ turns }: Stage, moves: Moves<ClaimsMove>): boolean {
  return turns.every((turn) => taken(moves, turn));
}

/** All stages, each worked out when those before it are done. */
function* stages(setup: ClaimsSetup, moves: Moves<ClaimsMove>): Generator<Stage> {
  const judges = panel(setup.judges);
  const beliefs = (at: string): Stage => ({
    kind: 'judging',
    turns: setup.beliefs === 'end' ? [] : judges.map((seat) => ({ seat, kind: 'belief', at })),
  });
  yield beliefs('round 0');
  yield { kind: 'claims', turns: DEBATERS.map((seat) => ({ seat, kind: 'claim', at: 'opening' })) };
  yield beliefs('opening');
  let heads: readonly ClaimKey[] = DEBATERS.filter((seat) => said(moves, seat, 'claim', 'opening'));
  for (let round = 1; round <= setup.rounds && heads.length > 0; round++) {
    for (let level = 0; level < LEVELS; level++) heads = yield* exchange(moves, round, heads);
    yield beliefs(`round ${round}`);
  }
  yield { kind: 'judging', turns: judges.map((seat) => ({ seat, kind: 'verdict', at: 'end' })) };
}

/** One level of the tree: the pairs of both sides, one after the other, then the answers to them. Gives what is rebutted next. */
function* exchange(
  moves: Moves<ClaimsMove>,
  round: number,
  heads: readonly ClaimKey[],
): Generator<Stage, readonly ClaimKey[]> {
  for (const key of inOrder(heads, round))
    yield { kind: 'claims', turns: [{ seat: rebutterOf(key), kind: 'rebut', at: placeOf(round, key) }] };
  const rebutted = heads.filter((key) => said(moves, rebutterOf(key), 'rebut', placeOf(round, key)));
  yield {
    kind: 'claims',
    turns: rebutted.map((key) => ({ seat: authorOf(key), kind: 'answer', at: placeOf(round, key) })),
  };
  return rebutted.flatMap((key) => {
    const answer = said(moves, authorOf(key), 'answer', placeOf(round, key));
    return (answer && chosenOf(key, answer.next)) ?? [];
  });
}

/** The sides take turns, section by section, in writing second and so being held to the other's length. */
function inOrder(heads: readonly ClaimKey[], round: number): readonly ClaimKey[] {
  const first = round % 2 === 1 ? 'A' : 'B';
  return heads.toSorted((a, b) => Number(rebutterOf(b) === first) - Number(rebutterOf(a) === first));
}

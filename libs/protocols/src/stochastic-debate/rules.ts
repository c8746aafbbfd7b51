import { beliefFault, protocol, randomFrom, remembered, said, taken, verdicts, open, type Moves } from '@moot/protocol';
import type { StochasticMove, StochasticSetup } from './setup.ts';

/**
 * Doubly-efficient stochastic debate (Brown-Cohen, Irving, Piliouras 2023): Alice claims the probability of each next bit,
 * Bob accepts or rejects, an accepted bit is drawn from the claim, a rejected claim is checked by the verifier and ends it.
 */
export const rules = protocol<StochasticSetup, StochasticMove>({
  name: 'stochastic-debate',

  next(setup, moves) {
    const step = stepNow(setup, moves, '');
    const ended = said(moves, 'bob', 'respond', at(step))?.accept === false || step === setup.steps;
    if (ended) return taken(moves, VERDICT) ? [] : [open(moves, VERDICT)];
    const claim = { seat: 'alice', kind: 'claim', at: at(step) };
    return [open(moves, taken(moves, claim) ? { seat: 'bob', kind: 'respond', at: at(step) } : claim)];
  },

  view(setup, moves) {
    const step = stepNow(setup, moves, '');
    const shown = Array.from({ length: Math.min(step, windowOf(setup)) + 1 }, (_, i) =>
      at(step - Math.min(step, windowOf(setup)) + i),
    );
    const steps = shown.flatMap((place) => [
      taken(moves, { seat: 'alice', kind: 'claim', at: place }),
      taken(moves, { seat: 'bob', kind: 'respond', at: place }),
    ]);
    return [...steps, taken(moves, VERDICT)].flatMap((move) => move ?? []);
  },

  watches: () => true,
  brief: ({ seed: _seed, ...known }) => known,
  outcome: (_setup, moves) => verdicts(1, moves, 'end', ['verifier']),
  fault: (_setup, _moves, move) => (move.kind === 'verdict' ? beliefFault(move.belief, 2) : undefined),
  completed: (setup, moves, move) =>
    move.kind === 'respond' && move.accept ? { ...move, bit: bitOf(setup, moves, move.at) } : move,
});

const VERDICT = { seat: 'verifier', kind: 'verdict', at: 'end' };

/** How many of the last bits the oracle reads. */
function windowOf({ oracle, steps }: StochasticSetup): number {
  return oracle.kind === 'window' ? oracle.memory : steps;
}

export function at(step: number): string {
  return `step ${step}`;
}

/** The step that has been reached: the first without an accepted claim. Found by halving, since steps are taken in order. */
const stepNow = remembered<StochasticSetup, StochasticMove, number>((setup, moves) => {
  const isPast = (step: number) => isAccepted(moves, step);
  let least = 0,
    most = 1;
  while (most <= setup.steps && isPast(most - 1)) [least, most] = [most, most * 2];
  for (most = Math.min(most, setup.steps); least < most;) {
    const middle = Math.floor((least + most) / 2);
    if (isPast(middle)) least = middle + 1;
    else most = middle;
  }
  return least;
});

/** A step that was passed over counts as accepted with the bit 0: nothing was said against it. */
function isAccepted(moves: Moves<StochasticMove>, step: number): boolean {
  const response = taken(moves, { seat: 'bob', kind: 'respond', at: at(step) });
  return response !== undefined && ('passed' in response || (response.kind === 'respond' && response.accept));
}

/** The bit of an accepted step, drawn with the claimed probability from the run's seed. */
function bitOf({ seed }: StochasticSetup, moves: Moves<StochasticMove>, place: string): 0 | 1 {
  const claim = said(moves, 'alice', 'claim', place);
  return claim && randomFrom(seed, 'bit', place).number() < claim.p ? 1 : 0;
}

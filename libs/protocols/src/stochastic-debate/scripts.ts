import { randomFrom, type Asked, type Random, type Script } from '@moot/protocol';
import { at } from './rules.ts';
import type { Oracle, StochasticMove, StochasticSetup } from './setup.ts';

type StochasticAsked = Asked<StochasticSetup, StochasticMove>;
type Player = Script<StochasticSetup, StochasticMove>;

/** The named players. Each knows the oracle only by asking it, as often as its estimates need. */
export const scripts: Readonly<Record<string, Player>> = {
  'honest-alice': (asked, seed) => ({ p: estimate(asked, randomFrom(seed)) }),
  /** Always claims a little too much: as much as is just not to be caught. */
  'shading-alice': (asked, seed) => ({
    p: clamp(estimate(asked, randomFrom(seed)) + (asked.brief.soundness ?? 0) * 0.9),
  }),
  /** Is honest until the last step, and lies there. */
  'late-liar-alice': (asked, seed) => ({
    p:
      asked.turn.at === at((asked.brief.steps ?? 1) - 1)
        ? 1 - estimate(asked, randomFrom(seed))
        : estimate(asked, randomFrom(seed)),
  }),
  'random-alice': (_asked, seed) => ({ p: randomFrom(seed, 'claim').number() }),
  'honest-bob': (asked, seed) => ({
    accept: Math.abs(claimed(asked) - estimate(asked, randomFrom(seed))) <= threshold(asked),
  }),
  'accepting-bob': () => ({ accept: true }),
  'rejecting-bob': () => ({ accept: false }),
  'random-bob': (_asked, seed) => ({ accept: randomFrom(seed, 'accept').number() < 0.5 }),
  /** Decides for Bob when the mean is further than the threshold from the claim; unrejected, the last bit is the output. */
  verifier: (asked, seed) => ({ belief: decided(asked, seed) ? [0, 1] : [1, 0], reason: 'by the rules' }),
};

function decided(asked: StochasticAsked, seed: number): boolean {
  const last = asked.seen.findLast((move) => move.kind === 'respond');
  if (last?.kind !== 'respond' || 'passed' in last) return false;
  if (last.accept) return last.bit === 1;
  return (
    Math.abs(claimed(asked) - estimate({ ...asked, turn: { ...asked.turn, at: last.at } }, randomFrom(seed))) <=
    threshold(asked)
  );
}

/** Half-way between the completeness and the soundness error. */
function threshold({ brief: { completeness = 0, soundness = 0 } }: StochasticAsked): number {
  return (completeness + soundness) / 2;
}

/** The mean of n = ⌈−ln(q/2)/(2e²)⌉ samples of the oracle, e being half the difference of the two errors (Hoeffding). */
function estimate(asked: StochasticAsked, random: Random): number {
  const { completeness = 0, soundness = 1, risk = 0.1, oracle, steps = 1 } = asked.brief;
  if (!oracle) throw new Error('the stochastic debate was briefed without its oracle');
  const n = Math.ceil(-Math.log(risk / 2) / (2 * ((soundness - completeness) / 2) ** 2));
  const p = probabilityOf(oracle, bitsBefore(asked), Number(asked.turn.at.slice('step '.length)), steps);
  let ones = 0;
  for (let i = 0; i < n; i++) if (random.number() < p) ones++;
  return ones / n;
}

/** The oracle's answer for the step after these bits. */
function probabilityOf(oracle: Oracle, bits: readonly number[], step: number, steps: number): number {
  if (oracle.kind === 'window')
    return oracle.probabilities[bits.slice(-oracle.memory).reduce((state, bit) => state * 2 + bit, 0)] ?? 0;
  if (step < steps - 1) return oracle.coin;
  return bits.reduce((a, b) => a + b, 0) > bits.length / 2 ? oracle.sharp : 1 - oracle.sharp;
}

function bitsBefore({ seen, turn, brief }: StochasticAsked): readonly number[] {
  const bits = seen.flatMap((move) =>
    move.kind === 'respond' && move.at !== turn.at ? ['passed' in move ? 0 : (move.bit ?? 0)] : [],
  );
  return brief.oracle?.kind === 'window' ? bits.slice(-brief.oracle.memory) : bits;
}

function claimed({ seen }: StochasticAsked): number {
  const claim = seen.findLast((move) => move.kind === 'claim');
  return claim?.kind === 'claim' && !('passed' in claim) ? claim.p : 0;
}

function clamp(p: number): number {
  return Math.min(1, Math.max(0, p));
}

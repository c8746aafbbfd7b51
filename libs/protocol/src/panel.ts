import { z } from 'zod';
import type { Outcome, Turn } from './protocol.ts';
import { open, taken, type Moves } from './transcript.ts';

/** What names a move, in the schema of every kind. */
export const turnShape = { seat: z.string(), at: z.string(), version: z.int() };

const probabilities = z.array(z.number()).readonly();

/** A judge's belief at some point: one probability for each option, in the question's stored order. */
export const Belief = z.object({ ...turnShape, kind: z.literal('belief'), belief: probabilities }).readonly();
export type Belief = z.output<typeof Belief>;

/** A judge's closing move. */
export const Verdict = z
  .object({ ...turnShape, kind: z.literal('verdict'), belief: probabilities, reason: z.string() })
  .readonly();
export type Verdict = z.output<typeof Verdict>;

/** The judges' seats: 'judge' alone, or 'judge 1' to 'judge k'. */
export function panel(judges: number): readonly string[] {
  return judges === 1 ? ['judge'] : Array.from({ length: judges }, (_, i) => `judge ${i + 1}`);
}

export function isJudge(seat: string): boolean {
  return seat === 'judge' || seat.startsWith('judge ');
}

/** The turns of one kind that the judges have yet to take. Judges do not wait for each other. */
export function openFor<M extends Turn>(judges: number, moves: Moves<M>, kind: string, at: string): readonly Turn[] {
  return panel(judges)
    .map((seat) => ({ seat, kind, at }))
    .filter((turn) => !taken(moves, turn))
    .map((turn) => open(moves, turn));
}

/** What each judge said in a verdict. Who passed stays in the list: an abstention counts in the panel's size. */
export function verdicts<M extends Turn>(judges: number, moves: Moves<M>, at: string, seats = panel(judges)): Outcome {
  return seats.map((seat) => {
    const move = taken(moves, { seat, kind: 'verdict', at });
    if (move && isVerdict(move)) return { seat, belief: move.belief };
    return move && 'passed' in move ? { seat, passed: move.passed } : { seat };
  });
}

/** What is wrong with a belief about this many options. */
export function beliefFault(belief: readonly number[], options: number): string | undefined {
  if (belief.length !== options)
    return `Give ${options} probabilities, one for each option; there are ${belief.length}.`;
  if (!belief.every((p) => p >= 0 && p <= 1)) return 'Each probability lies between 0 and 1.';
  const sum = belief.reduce((a, b) => a + b, 0);
  return Math.abs(sum - 1) < 1e-6 ? undefined : `The probabilities add up to ${Number(sum.toFixed(6))}, not to 1.`;
}

/** Whether a judge's probabilities are asked for in a turn. */
export function isJudgment({ kind }: Pick<Turn, 'kind'>): boolean {
  return kind === 'belief' || kind === 'verdict';
}

/** The same belief asked for several times, as one: the mean, with all else as it was said first. */
export function pooled(said: readonly object[]): object {
  const beliefs = said.map(beliefIn);
  const [first = {}] = said;
  const mean = (beliefs[0] ?? []).map(
    (_p, option) => beliefs.reduce((sum, belief) => sum + (belief[option] ?? 0), 0) / beliefs.length,
  );
  return { ...first, belief: mean };
}

/** The belief in what a judge said. */
export function beliefIn(said: object): readonly number[] {
  return Believed.parse(said).belief;
}

const Believed = z.object({ belief: z.array(z.number()) });

function isVerdict(move: Turn): move is Verdict {
  return move.kind === 'verdict' && 'belief' in move;
}

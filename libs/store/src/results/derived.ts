import type { Sitter } from '@moot/experiment';
import { current, type Move, type Transcript, type Turn } from '@moot/protocol';
import type { Run } from '@moot/runner';
import { z } from 'zod';

/** What SQL is to find of a judge's move beside the move itself. It follows from the transcript, and holds no truth. */
export type Derived = DerivedVerdict | DerivedBelief;

interface DerivedVerdict extends Judged {
  readonly kind: 'verdict';
  /** The options that share the highest probability. */
  readonly top: readonly number[];
  readonly reason?: string;
  /** What the judge believed before anything was shown; empty when nobody asked. */
  readonly initial: readonly number[];
  /** In how many rounds somebody has spoken. */
  readonly rounds: number;
}

interface DerivedBelief extends Judged {
  readonly kind: 'belief';
}

interface Judged {
  /** Pseudonym of the judge; of a model without one, its name. */
  readonly judge: string;
  readonly judgeKind: 'person' | 'model' | 'simulated';
  readonly judgeModel?: string;
  /** Empty when the judge passed. */
  readonly belief: readonly number[];
  readonly passed?: string;
}

/** What follows from the last move of a run for SQL: only verdicts and beliefs have something. */
export function derivedFrom({ seats, table }: Run, move: Move): Derived | undefined {
  if (move.kind !== 'verdict' && move.kind !== 'belief') return undefined;
  const judged = judgedIn(move, seats[move.seat]);
  if (!judged) return undefined;
  if (move.kind === 'belief') return { kind: 'belief', ...judged };

  const { data } = Reasoned.safeParse(move);
  return {
    kind: 'verdict',
    ...judged,
    top: topOf(judged.belief),
    ...(data && { reason: data.reason }),
    initial: initialOf(table.moves, move.seat),
    // Who judges a finished transcript sees speeches that are moves of another run.
    rounds: roundsIn([...table.moves, ...table.view(move)]),
  };
}

/** The moves that no longer stand since the last one, which can only be so when it took a turn again. */
export function staleSince(moves: Transcript): readonly number[] {
  const last = moves.at(-1);
  if (!last || last.version === 1 || last.kind === 'charge') return [];
  const standing = new Set(current(moves));
  return moves.flatMap((move, seq) => (standing.has(move) ? [] : [seq]));
}

const Believed = z.object({ belief: z.array(z.number()) });
const Reasoned = z.object({ reason: z.string() });

function judgedIn(move: Move, sitter: Sitter | undefined): Judged | undefined {
  if ('passed' in move) return { ...judgeOf(sitterOf(sitter) ?? move.by, sitter), belief: [], passed: move.passed };
  const { data } = Believed.safeParse(move);
  return data && { ...judgeOf(move.by, sitter), belief: data.belief };
}

/** Who sits there, written as a maker. Passing for somebody else does not make one the judge. */
function sitterOf(sitter: Sitter | undefined): string | undefined {
  if (sitter?.kind === 'model') return `model:${sitter.model}`;
  if (sitter?.kind === 'script') return `script:${sitter.script}`;
  return sitter?.participant === undefined ? undefined : `person:${sitter.participant}`;
}

/** Who judged. A verdict is its maker's, who may have taken the turn over from who sits there. */
function judgeOf(by: string, sitter: Sitter | undefined): Pick<Judged, 'judge' | 'judgeKind' | 'judgeModel'> {
  const [kind, name] = [by.slice(0, by.indexOf(':')), by.slice(by.indexOf(':') + 1)];
  if (kind === 'person') return { judge: name, judgeKind: 'person' };
  if (kind !== 'model') return { judge: name, judgeKind: 'simulated' };
  const pseudonym = sitter?.kind === 'model' ? sitter.participant : undefined;
  return { judge: pseudonym ?? name, judgeKind: isSimulated(name) ? 'simulated' : 'model', judgeModel: name };
}

/** Whether a model is a player of the simulator, by its name. */
export function isSimulated(model: string): boolean {
  return model.startsWith('sim/');
}

function topOf(belief: readonly number[]): readonly number[] {
  const highest = Math.max(...belief);
  return belief.flatMap((p, option) => (p === highest ? [option] : []));
}

/** The first belief of a seat, if it rests on nothing: its judge had seen nothing yet. */
function initialOf(moves: Transcript, seat: string): readonly number[] {
  const first = moves.find((move) => move.seat === seat && move.kind === 'belief' && !('passed' in move));
  if (!first || first.rests.length > 0) return [];
  return Believed.safeParse(first).data?.belief ?? [];
}

/** What belongs to one round shares the first part of its place: 'round 2', 'round 2/1'. Claims made together are spoken too. */
function roundsIn(moves: readonly Turn[]): number {
  const speeches = moves.filter((move) => (move.kind === 'speech' || 'claims' in move) && !('passed' in move));
  return new Set(speeches.map(({ at }) => at.split('/')[0])).size;
}

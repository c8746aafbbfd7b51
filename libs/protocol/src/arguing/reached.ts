import { said, taken, type Moves } from '../transcript.ts';
import type { ArguingMove, Stage } from './moves.ts';

/** How far a run has come. */
export interface Reached {
  /** Only the last may still be open. */
  readonly stages: readonly Stage[];
  readonly isConceded: boolean;
  readonly isDone: boolean;
}

/** The stages so far. A concession leaves untaken turns behind. */
export function reached(course: Iterable<Stage>, moves: Moves<ArguingMove>, speakers: readonly string[]): Reached {
  const stages: Stage[] = [];
  let isConceded = speakers.some((seat) => said(moves, seat, 'concede', 'end'));
  for (const whole of course) {
    isConceded ||= whole.some((turn) => concedes(moves, turn));
    const stage = isConceded ? whole.filter((turn) => turn.kind === 'verdict' || taken(moves, turn)) : whole;
    stages.push(stage);
    if (!stage.every((turn) => taken(moves, turn))) return { stages, isConceded, isDone: false };
  }
  return { stages, isConceded, isDone: true };
}

function concedes(moves: Moves<ArguingMove>, turn: Stage[number]): boolean {
  const move = taken(moves, turn);
  return move !== undefined && 'concedes' in move;
}

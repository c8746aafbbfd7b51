import { panel, said, taken, type Moves } from '@moot/protocol';
import { DEBATERS, type Choice, type Debater, type DebateMove, type DebateSetup } from './setup.ts';
import type { DebateTurn } from './rules.ts';

/** Turns that are open together. */
export type Stage = readonly Omit<DebateTurn, 'version'>[];

/** The stages so far; only the last may still be open. A concession leaves untaken turns behind. */
export function reached(setup: DebateSetup, moves: Moves<DebateMove>): readonly Stage[] {
  const so: Stage[] = [];
  for (const whole of stages(setup, moves)) {
    const stage = conceded(moves) ? whole.filter((turn) => turn.kind === 'verdict' || taken(moves, turn)) : whole;
    so.push(stage);
    if (!stage.every((turn) => taken(moves, turn))) break;
  }
  return so;
}

export function conceded(moves: Moves<DebateMove>): boolean {
  return DEBATERS.some((seat) => said(moves, seat, 'concede', 'end'));
}

/** All stages, each worked out when those before it are done. */
function* stages(setup: DebateSetup, moves: Moves<DebateMove>): Generator<Stage> {
  const judges = panel(setup.judges);
  const beliefs = (at: string) => (setup.beliefs === 'end' ? [] : judges.map((seat) => ({ seat, kind: 'belief', at })));
  yield beliefs('round 0');
  for (let round = 1; round <= setup.rounds.max; round++) {
    yield* spoken(setup, DEBATERS, 'speech', `round ${round}`);
    yield beliefs(`round ${round}`);
    if (yield* exchange(setup, moves, round)) break;
  }
  yield judges.map((seat) => ({ seat, kind: 'verdict', at: 'end' }));
}

/** The judges ask, or go on, or end the debate: true, when more than half of them want that. */
function* exchange(setup: DebateSetup, moves: Moves<DebateMove>, round: number): Generator<Stage, boolean> {
  const judges = panel(setup.judges);
  for (let i = 1; i <= setup.questions + 1; i++) {
    const at = `round ${round}/${i}`,
      choices = choicesAfter(setup, round, i);
    if (choices.length === 1) return false;
    yield judges.map((seat) => ({ seat, kind: 'respond', at, choices }));
    const responses = judges.flatMap((seat) => said(moves, seat, 'respond', at) ?? []);
    if (responses.filter(({ choice }) => choice === 'end').length > judges.length / 2) return true;
    const questions = responses.filter((response) => response.choice === 'ask');
    if (questions.length === 0) return false;
    for (const { seat, to } of questions)
      yield* spoken(
        setup,
        DEBATERS.filter((each) => to.includes(each)),
        'reply',
        `${at}/${seat}`,
      );
  }
  return false;
}

function choicesAfter({ questions, rounds }: DebateSetup, round: number, i: number): readonly Choice[] {
  const mayEnd = round >= rounds.min && round < rounds.max;
  return [...(i <= questions ? ['ask' as const] : []), 'continue', ...(mayEnd ? ['end' as const] : [])];
}

/** One stage for all, or one for each. */
function* spoken(
  { order }: DebateSetup,
  seats: readonly Debater[],
  kind: 'speech' | 'reply',
  at: string,
): Generator<Stage> {
  const turns = seats.map((seat) => ({ seat, kind, at }));
  if (order === 'simultaneous') yield turns;
  else for (const turn of turns) yield [turn];
}

import { panel } from '../panel.ts';
import { said, type Moves } from '../transcript.ts';
import type { ArguingMove, Choice, Stage } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

/** What a course is made of: stages, each worked out when those before it are done. */
export type Course<X = void> = Generator<Stage, X, undefined>;

/** Each judge's belief, if the setup asks for it round by round. */
export function* beliefs({ beliefs, judges }: ArguingSetup, at: string): Course {
  yield beliefs === 'end' ? [] : panel(judges).map((seat) => ({ seat, kind: 'belief', at }));
}

/** The judges' verdicts. */
export function* verdict({ judges }: ArguingSetup): Course {
  yield panel(judges).map((seat) => ({ seat, kind: 'verdict', at: 'end' }));
}

/** The first speaker picks its side, where sides are open. False if it passed: then there is nothing to argue about. */
export function* chosen({ open }: ArguingSetup, moves: Moves<ArguingMove>, seat: string): Course<boolean> {
  if (!open) return true;
  yield [{ seat, kind: 'choose', at: 'sides' }];
  return said(moves, seat, 'choose', 'sides') !== undefined;
}

/** Something that several seats say: sealed from each other in one stage, or one after the other. */
export interface Speaking {
  readonly seats: readonly string[];
  readonly kind: 'speech' | 'reply' | 'ask' | 'negotiate';
  readonly at: string;
}

export function* spoken({ seats, kind, at }: Speaking, how: 'simultaneous' | 'sequential'): Course {
  const turns = seats.map((seat) => ({ seat, kind, at }));
  if (how === 'simultaneous') yield turns;
  else for (const turn of turns) yield [turn];
}

/** Whether the speeches of a round are sealed from each other. */
export function orderIn({ order }: ArguingSetup, round: number): 'simultaneous' | 'sequential' {
  if (order === 'simultaneous-openings') return round === 1 ? 'simultaneous' : 'sequential';
  return order;
}

/** Round after round: speeches, what the protocol adds, beliefs, and what the judges say, until they end it. */
export function* rounds(
  setup: ArguingSetup,
  moves: Moves<ArguingMove>,
  seats: readonly string[],
  added: (round: number) => Iterable<Stage> = () => [],
): Course {
  for (let round = 1; round <= setup.rounds.max; round++) {
    yield* spoken({ seats, kind: 'speech', at: `round ${round}` }, orderIn(setup, round));
    yield* added(round);
    yield* beliefs(setup, `round ${round}`);
    if (yield* exchange(setup, moves, seats, round)) break;
  }
}

/** The judges ask, or go on, or end it: true, when more than half of them want that. */
function* exchange(
  setup: ArguingSetup,
  moves: Moves<ArguingMove>,
  seats: readonly string[],
  round: number,
): Course<boolean> {
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
    // Who asks for the next speeches wants them: only more questions are still to be heard.
    if (setup.answers === 'next-speech' && i >= setup.questions) return false;
    const answered = setup.answers === 'next-speech' ? [] : questions;
    for (const { seat, to } of answered) {
      const asked = seats.filter((each) => to.includes(each));
      yield* spoken({ seats: asked, kind: 'reply', at: `${at}/${seat}` }, orderIn(setup, round));
    }
  }
  return false;
}

function choicesAfter({ questions, rounds, answers }: ArguingSetup, round: number, i: number): readonly Choice[] {
  const mayEnd = round >= rounds.min && round < rounds.max;
  // A question for the next speeches needs some.
  const mayAsk = i <= questions && (answers !== 'next-speech' || round < rounds.max);
  return [...(mayAsk ? ['ask' as const] : []), 'continue', ...(mayEnd ? ['end' as const] : [])];
}

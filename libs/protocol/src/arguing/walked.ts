import { panel } from '../panel.ts';
import { spoken, type Course } from './course.ts';
import type { Choice, Stage } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

/** The stages of a course that is given item by item. */
export function* walked({ course = [], judges }: ArguingSetup, speakers: readonly string[]): Course {
  const count = counter();
  let round = 0;
  for (const each of course) {
    const { item, seats = speakers } = typeof each === 'string' ? { item: each } : each;
    if (item === 'simultaneous' || item === 'sequential') {
      round++;
      yield* spoken({ seats, kind: 'speech', at: `round ${round}` }, item);
      continue;
    }
    const nth = count(`${item} ${round}`);
    const at = nth === 1 ? `round ${round}` : `round ${round}/${nth}`;
    if (item === 'negotiate') yield* spoken({ seats, kind: 'negotiate', at }, 'simultaneous');
    else yield panel(judges).map((seat) => ({ seat, ...judged(item, { round, nth, at }) }));
  }
}

interface Spot {
  readonly round: number;
  readonly nth: number;
  readonly at: string;
}

/** What each judge is due at a spot of the course. */
function judged(item: 'beliefs' | 'respond' | 'verdict', { round, nth, at }: Spot): Omit<Stage[number], 'seat'> {
  switch (item) {
    case 'beliefs':
      return { kind: 'belief', at };
    case 'respond':
      return { kind: 'respond', at: `round ${round}/${nth}`, choices: COMMENTING };
    case 'verdict':
      return { kind: 'verdict', at: 'end' };
  }
}

const COMMENTING: readonly Choice[] = ['ask', 'continue', 'end'];

/** How often each thing has been counted, this time included. */
function counter(): (what: string) => number {
  const counts = new Map<string, number>();
  return (what) => {
    const next = (counts.get(what) ?? 0) + 1;
    counts.set(what, next);
    return next;
  };
}

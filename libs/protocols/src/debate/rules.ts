import { said, type Moves } from '@moot/protocol';
import {
  arguing,
  beliefs,
  chosen,
  orderIn,
  rounds,
  spoken,
  verdict,
  type ArguingMove,
  type Course,
} from '@moot/protocol/arguing';
import { DEBATERS, type DebateSetup } from './setup.ts';

/** Two debaters speak round by round before judges who may ask and end it. */
export const rules = arguing<DebateSetup>({
  name: 'debate',
  speakers: () => DEBATERS,
  stages,
  mayConcede: ({ concession }) => concession !== 'none',
});

function* stages(setup: DebateSetup, moves: Moves<ArguingMove>): Course {
  yield* beliefs(setup, 'round 0');
  if (yield* chosen(setup, moves, 'A')) {
    yield* rounds(setup, moves, DEBATERS, (round) =>
      round === 1 && setup.crossExamination ? crossExamination(setup, moves) : [],
    );
  }
  yield* verdict(setup);
}

/** Each side asks the other one question, which is answered; where openings are sealed from each other, so are these. */
function* crossExamination(setup: DebateSetup, moves: Moves<ArguingMove>): Course {
  const at = 'round 1/cross';
  const replies = (asker: string) =>
    said(moves, asker, 'ask', at)
      ? [{ seats: DEBATERS.filter((each) => each !== asker), kind: 'reply' as const, at: `${at}/${asker}` }]
      : [];
  if (orderIn(setup, 1) === 'simultaneous') {
    yield* spoken({ seats: DEBATERS, kind: 'ask', at }, 'simultaneous');
    yield DEBATERS.flatMap(replies).flatMap(({ seats, ...turn }) => seats.map((seat) => ({ seat, ...turn })));
    return;
  }
  for (const asker of DEBATERS) {
    yield [{ seat: asker, kind: 'ask', at }];
    for (const reply of replies(asker)) yield* spoken(reply, 'sequential');
  }
}

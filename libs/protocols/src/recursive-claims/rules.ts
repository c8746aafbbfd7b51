import { beliefFault, isJudge, open, protocol, taken, verdicts, type Turn } from '@moot/protocol';
import { answerFault, completed, openingFault, pairFault } from './checked.ts';
import { DEBATERS, type ClaimsMove, type ClaimsSetup, type Debater } from './setup.ts';
import { isDone, reached, type Stage } from './stages.ts';

/** Two opening claims, each the root of a branch; a claim is rebutted by two, each agreed or objected to, and one is gone on with. */
export const rules = protocol<ClaimsSetup, ClaimsMove>({
  name: 'recursive-claims',

  next: (setup, moves) =>
    (reached(setup, moves).at(-1)?.turns ?? []).filter((turn) => !taken(moves, turn)).map((turn) => open(moves, turn)),

  view(setup, moves, place) {
    const stages = reached(setup, moves);
    const closed = stages.findLastIndex(({ kind }) => kind === 'judging');
    const seen = stages.flatMap((stage, i) => {
      const isOpen = isDebater(place.seat) ? isDone(stage, moves) : setup.reveal !== 'together' || i < closed;
      return stage.turns.filter((turn) => turn.seat === place.seat || (isOpen && isOfDebaters(stage)));
    });
    return seen.flatMap((turn) => taken(moves, turn) ?? []).map((move) => asSeen(setup, move, place.seat));
  },

  watches({ reveal }, _moves, turn, place) {
    if (turn.seat === place.seat) return true;
    if (isJudge(turn.seat)) return false;
    // Openings and answers are made side by side; of pairs the second is written knowing the first.
    return isDebater(place.seat) ? turn.kind === 'rebut' : reveal === 'live';
  },

  brief({ source, instructions, choices, ...known }, { seat }) {
    if (isJudge(seat)) return { ...known, choices };
    const debater = DEBATERS.find((each) => each === seat);
    const told = debater && instructions?.[debater];
    const own = debater && told !== undefined && { instructions: { [debater]: told } };
    return { ...known, ...(debater && source !== undefined && { source }), ...own };
  },

  outcome: (setup, moves) => verdicts(setup.judges, moves, 'end'),

  fault(setup, moves, move) {
    switch (move.kind) {
      case 'claim':
        return openingFault(setup, move.text);
      case 'rebut':
        return pairFault(setup, moves, move);
      case 'answer':
        return answerFault(move);
      case 'belief':
      case 'verdict':
        return beliefFault(move.belief, setup.options.length);
    }
  },

  completed: (setup, _moves, move) => completed(setup, move),
});

function isDebater(seat: string): seat is Debater {
  return DEBATERS.some((each) => each === seat);
}

function isOfDebaters({ kind }: Stage): boolean {
  return kind === 'claims';
}

/** What was chosen shows only by what comes of it: those who judge never see the link as a thing of its own. */
function asSeen<M extends Turn>({ quotes }: ClaimsSetup, move: M, seat: string): M {
  if (isDebater(seat)) return move;
  const seen = { ...move };
  Reflect.deleteProperty(seen, 'next');
  if (quotes !== 'marked') Reflect.deleteProperty(seen, 'quotes');
  return seen;
}

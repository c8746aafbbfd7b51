import { beliefFault, isJudge, open, protocol, taken, verdicts, type Turn } from '@moot/protocol';
import { DEBATERS, type Choice, type Debater, type DebateMove, type DebateSetup } from './setup.ts';
import { conceded, reached } from './stages.ts';
import { completed, textFault } from './speech.ts';

/** A judge's `respond` comes with what may be chosen. */
export type DebateTurn = Turn & { readonly choices?: readonly Choice[] };

/** A debate is a list of stages; what is open is the first that is not done. */
export const rules = protocol<DebateSetup, DebateMove, DebateTurn>({
  name: 'debate',

  next(setup, moves) {
    const stage = reached(setup, moves).at(-1) ?? [];
    const due = stage.filter((turn) => !taken(moves, turn)).map((turn) => open(moves, turn));
    if (conceded(moves) || stage.some((turn) => turn.kind === 'verdict')) return due;
    return [
      ...due,
      ...DEBATERS.map((seat) => open(moves, { seat, kind: 'concede', at: 'end', optional: true as const })),
    ];
  },

  view(setup, moves, place) {
    const seen = reached(setup, moves).flatMap((stage) => {
      const isDone = stage.every((turn) => taken(moves, turn));
      return stage.filter((turn) => isVisible(setup, turn, place, isDone));
    });
    const shown = [...seen, ...DEBATERS.map((seat) => ({ seat, kind: 'concede', at: 'end' }))].flatMap(
      (turn) => taken(moves, turn) ?? [],
    );
    return shown.map((move) => (isMarked(setup, place.seat) ? move : withoutMarks(move)));
  },

  watches(setup, _moves, turn, place) {
    if (setup.reveal === 'paced' && turn.seat !== place.seat && !isDebater(place.seat)) return false;
    return isVisible(setup, turn, place, setup.order === 'sequential' && turn.kind !== 'respond');
  },

  brief({ source, instructions, choices, ...known }, { seat }) {
    if (isJudge(seat)) return { ...known, choices };
    const debater = DEBATERS.find((each) => each === seat);
    const told = debater && instructions?.[debater];
    const own = debater && told !== undefined && { instructions: { [debater]: told } };
    return { ...known, ...(debater && source !== undefined && { source }), ...own };
  },

  outcome: (setup, moves) => verdicts(setup.judges, moves, 'end'),

  fault(setup, _moves, move) {
    if (move.kind === 'belief' || move.kind === 'verdict') return beliefFault(move.belief, setup.options.length);
    if (move.kind === 'respond' && !move.choices.includes(move.choice))
      return `Choose one of: ${move.choices.join(', ')}.`;
    if (move.kind === 'respond' && move.choice !== 'ask') return undefined;
    if (move.kind === 'respond' && move.to.length === 0) return 'Say which debater is asked.';
    return textFault(setup, move.kind, move.text);
  },

  completed: (setup, _moves, move) => completed(setup, move),
});

function isDebater(seat: string): seat is Debater {
  return DEBATERS.some((each) => each === seat);
}

/** Beliefs are their judge's own; the rest is everybody's once its stage is done, and speeches are the judges' before that unless whole rounds are shown together. */
function isVisible(
  { reveal }: DebateSetup,
  { seat, kind }: Pick<Turn, 'seat' | 'kind'>,
  place: Pick<Turn, 'seat'>,
  isDone: boolean,
): boolean {
  if (seat === place.seat) return true;
  if (kind === 'belief' || kind === 'verdict') return false;
  if (isDone || kind === 'concede') return true;
  return kind !== 'respond' && reveal !== 'together' && !isDebater(place.seat);
}

function isMarked({ quotes }: DebateSetup, seat: string): boolean {
  return quotes === 'marked' || isDebater(seat);
}

function withoutMarks<M extends object>(move: M): M {
  const seen = { ...move };
  Reflect.deleteProperty(seen, 'quotes');
  return seen;
}

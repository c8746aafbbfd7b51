import { verdicts } from '../panel.ts';
import { protocol, type Protocol } from '../protocol.ts';
import { open, taken, type Moves } from '../transcript.ts';
import { checked, lengthWanted } from './checked.ts';
import { moveFault } from './fault.ts';
import type { Manner } from './manner.ts';
import type { ArguingMove, ArguingTurn } from './moves.ts';
import { reached } from './reached.ts';
import type { ArguingSetup } from './setup.ts';
import { briefOf, isSpoken, isVisible, without } from './sight.ts';
import { walked } from './walked.ts';

/** Makes the rules of a protocol in which seats speak before judges who believe, ask and end. */
export function arguing<S extends ArguingSetup>(manner: Manner<S>): Protocol<S, ArguingMove, ArguingTurn> {
  return protocol<S, ArguingMove, ArguingTurn>({
    name: manner.name,
    next(setup, moves) {
      const { stages, isConceded, isDone } = far(manner, setup, moves);
      const stage = stages.at(-1) ?? [];
      const due = stage.filter((turn) => !taken(moves, turn)).map((turn) => open(moves, turn));
      if (isDone || isConceded || stage.some((turn) => turn.kind === 'verdict')) return due;
      return [...due, ...concessions(manner, setup).map((turn) => open(moves, { ...turn, optional: true as const }))];
    },
    view(setup, moves, place) {
      const seen = far(manner, setup, moves).stages.flatMap((stage) => {
        const isDone = stage.every((turn) => taken(moves, turn));
        return stage.filter((turn) => isVisible(manner, { setup, moves, place }, turn, isDone));
      });
      const shown = [...seen, ...concessions(manner, setup)].flatMap((turn) => taken(moves, turn) ?? []);
      const isMarked = setup.quotes === 'marked' || manner.speakers(setup).includes(place.seat);
      return shown.map((move) => (isMarked ? move : without(move, ['quotes'])));
    },
    watches(setup, moves, turn, place) {
      const isOutside = turn.seat !== place.seat && !manner.speakers(setup).includes(place.seat);
      if (setup.reveal === 'paced' && isOutside) return false;
      const isAlone = far(manner, setup, moves).stages.at(-1)?.length === 1;
      return isVisible(manner, { setup, moves, place }, turn, isAlone && isSpoken(turn));
    },
    brief: (setup, place) => briefOf(setup, place, manner.speakers(setup)),
    outcome: (setup, moves) => verdicts(setup.judges, moves, 'end'),
    fault: (setup, _moves, move) =>
      moveFault(setup, move, manner.speakers(setup)) ??
      concessionFault(manner, setup, move) ??
      stanceFault(manner, setup, move),
    wanted: (setup, turn) => ({
      ...(turn.kind === 'speech' && manner.stanceAt?.(setup) === turn.at && { fields: ['stance'] }),
      ...lengthWanted(setup, turn),
    }),
    completed: (setup, _moves, move) =>
      withSides(setup, checked(setup, move), (manner.sided ?? manner.speakers)(setup)),
  });
}

function far<S extends ArguingSetup>(manner: Manner<S>, setup: S, moves: Moves<ArguingMove>) {
  const speakers = manner.speakers(setup);
  return reached(setup.course ? walked(setup, speakers) : manner.stages(setup, moves), moves, speakers);
}

/** The turns in which the speakers may give up, whatever else is open. */
function concessions<S extends ArguingSetup>(manner: Manner<S>, setup: S) {
  if (setup.course || !manner.mayConcede?.(setup)) return [];
  return manner.speakers(setup).map((seat) => ({ seat, kind: 'concede', at: 'end' }));
}

function concessionFault<S extends ArguingSetup>(manner: Manner<S>, setup: S, move: ArguingMove): string | undefined {
  if (!('concedes' in move) || concessions(manner, setup).length > 0) return undefined;
  return 'Nobody can concede here: say something for your side.';
}

function stanceFault<S extends ArguingSetup>(manner: Manner<S>, setup: S, move: ArguingMove): string | undefined {
  const isDue = move.kind === 'speech' && manner.stanceAt?.(setup) === move.at;
  if (isDue) return 'stance' in move ? undefined : 'Begin with the line AGREE or the line DISAGREE.';
  return 'stance' in move ? 'Whether you agree is not asked here: leave it out.' : undefined;
}

/** A choice of a side, with what it leaves to the others. */
function withSides<M extends ArguingMove>({ open = [] }: ArguingSetup, move: M, sided: readonly string[]): M {
  if (move.kind !== 'choose') return move;
  const rest = open.filter((option) => option !== move.option);
  const sides = sided.map((seat, i) => [seat, i === 0 ? move.option : (rest[i - 1] ?? move.option)] as const);
  return { ...move, sides: Object.fromEntries(sides) };
}

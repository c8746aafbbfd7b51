import { BEFORE, type Brief, type EarlierBelief } from '@moot/ui';
import { saidIn, strength } from '@moot/ui';
import type { OpenTurn, RunState, TurnName } from '@moot/wire';

/** The heading over what a judge is to do in a turn. */
export function turnTitle({ kind, at }: Pick<TurnName, 'kind' | 'at'>): string {
  if (kind === 'verdict') return 'Your verdict';
  const round = roundIn(at);
  if (round === 0) return 'Before round 1';
  return round === undefined ? 'Your turn' : `After round ${round}`;
}

/** The round that is being heard, if a belief is wanted after it: where one was given before, and none yet for this one. */
export function roundBetween({
  moves,
  awaited,
  seat,
}: Pick<RunState, 'moves' | 'awaited' | 'seat'>): number | undefined {
  const last = earlierBeliefs({ moves, seat }).at(-1);
  const round = Math.max(0, ...[...moves, ...awaited].map(({ at }) => roundIn(at) ?? 0));
  return last === undefined || last.label === String(round) ? undefined : round;
}

/** What stands over the slider while no turn of one's own is open. */
export function titleBetween(state: Pick<RunState, 'moves' | 'awaited' | 'seat'>): string {
  const round = roundBetween(state);
  return round === undefined ? 'Your belief' : `After round ${round}`;
}

/** What the button does, with the value that will be kept; a value that nobody has moved is kept, another is fixed. */
export function submitLabel(
  turn: Pick<TurnName, 'kind' | 'at'>,
  belief: readonly number[] | undefined,
  { rounds }: Brief,
  verb: 'Fix' | 'Keep',
): string {
  const value = belief ? ` ${strength(belief)}` : '';
  if (turn.kind === 'verdict') return belief ? `Submit the verdict,${value}` : 'Submit the verdict';
  const next = (roundIn(turn.at) ?? -1) + 1;
  const goesOn = next > 0 && rounds !== undefined && next <= rounds.max;
  return goesOn ? `${verb}${value} and hear round ${next}` : `${verb}${value}`;
}

/** One's own earlier beliefs, each with the round after which it was given. */
export function earlierBeliefs({ moves, seat }: Pick<RunState, 'moves' | 'seat'>): readonly EarlierBelief[] {
  return moves.flatMap((move) => {
    const { belief } = saidIn(move);
    const round = roundIn(move.at);
    if (move.seat !== seat || !belief || round === undefined) return [];
    return [{ label: round === 0 ? BEFORE : String(round), belief }];
  });
}

/** What is in the drawer of a narrow page, for its button; nothing if there is nothing: a course begins with two beliefs. */
export function drawerLabel(turn: Pick<TurnName, 'kind'> | undefined, beliefs: number): string | undefined {
  if (turn?.kind === 'verdict') return 'Reason (optional)';
  return beliefs < 2 ? undefined : 'More';
}

/** The turn of one's own that is to be taken now: the first that the run waits for. */
export function turnToTake(open: readonly OpenTurn[]): OpenTurn | undefined {
  return open.find((turn) => turn.optional !== true);
}

/** The verdict that may be given before the rest has been seen, where there is one. */
export function earlyVerdict(open: readonly OpenTurn[]): OpenTurn | undefined {
  return open.find(({ kind, optional }) => kind === 'verdict' && optional === true);
}

/** What one chooses in a turn, in words; a choice that nobody has put into words stands as it is. */
export function choiceLabel(choice: string): string {
  return CHOICES.get(choice) ?? choice.charAt(0).toUpperCase() + choice.slice(1);
}

const CHOICES = new Map([
  ['ask', 'Ask a question'],
  ['continue', 'Go on'],
  ['end', 'End and give the verdict'],
]);

/** The round of a place. Who judges a finished transcript step by step is shown a round in each. */
export function roundIn(at: string): number | undefined {
  const found = /^(?:round|step) (\d+)/.exec(at)?.[1];
  return found === undefined ? undefined : Number(found);
}

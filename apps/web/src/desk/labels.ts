import { BEFORE, headOf, placeTitle, saidIn, strength, whenSaid, type Brief, type EarlierBelief } from '@moot/ui';
import type { OpenTurn, RunState, TurnName } from '@moot/wire';

type Named = Pick<TurnName, 'kind' | 'at'>;
type Seen = Pick<RunState, 'moves' | 'seat'>;

/** The heading over what somebody is to do in a turn. */
export function turnTitle({ kind, at }: Named, seen: Seen, brief: Pick<Brief, 'isInParts'>): string {
  const own = OWN_TITLES.get(kind);
  if (own !== undefined) return own;
  const place = stepPlace(at, seen);
  if (roundIn(place) === 0) return brief.isInParts ? 'Before anything is said' : (placeTitle(place) ?? 'Your turn');
  return kind === 'belief' || kind === 'respond' ? afterTitle(place) : 'Your turn';
}

/** What is to be done, where its place says less than its kind. */
const OWN_TITLES = new Map([
  ['verdict', 'Your verdict'],
  ['speech', 'Your speech'],
  ['ask', 'Your question'],
  ['reply', 'Your answer'],
  ['choose', 'Your side'],
  ['concede', 'Your concession'],
  ['negotiate', 'Has enough been said?'],
  ['claim', 'Your claim'],
  ['rebut', 'Your rebuttal'],
]);

function afterTitle(place: string): string {
  const words = whenSaid(place);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Steps are counted; what they are called is known from what was shown last. */
function stepPlace(at: string, { moves, seat }: Seen): string {
  const isLater = at.startsWith('step ') && at !== 'step 0';
  return (isLater ? moves.findLast((move) => move.seat !== seat)?.at : undefined) ?? at;
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
  return round === undefined ? 'Your belief' : afterTitle(`round ${round}`);
}

/** What the button does, with the value that will be kept; a value that nobody has moved is kept, another is fixed. */
export function submitLabel(
  turn: Pick<TurnName, 'kind' | 'at'>,
  belief: readonly number[] | undefined,
  brief: Brief,
  verb: 'Fix' | 'Keep',
): string {
  const value = belief ? ` ${strength(belief)}` : '';
  if (turn.kind === 'verdict') return belief ? `Submit the verdict,${value}` : 'Submit the verdict';
  return `${verb}${value}${nextWords(turn.at, brief)}`;
}

/** What comes after a belief, as far as that is settled before it is given. */
function nextWords(at: string, { rounds, questions }: Brief): string {
  // How much of a finished transcript comes next is not known here: one round, or all of it.
  if (at.startsWith('step ')) return ' and read on';
  const next = (roundIn(at) ?? -1) + 1;
  if (!rounds || next < 1 || next > rounds.max) return '';
  const isSettled = next === 1 ? rounds.max > 1 || questions > 0 : questions === 0 && next <= rounds.min;
  return isSettled ? ` and hear round ${next}` : ' and go on';
}

/** One's own earlier beliefs, each with the round after which it was given. */
export function earlierBeliefs({ moves, seat }: Pick<RunState, 'moves' | 'seat'>): readonly EarlierBelief[] {
  const own = moves.filter((move) => move.seat === seat && move.kind !== 'verdict');
  return own.flatMap((move) => {
    const { belief } = saidIn(move);
    if (!belief) return [];
    const round = roundIn(move.at);
    return [{ label: round === 0 ? BEFORE : String(round ?? headOf(move.at)), belief }];
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

/** What may be done before its time, where there is something: the verdict of who has seen enough, giving up one's side. */
export function earlyTurn(open: readonly OpenTurn[]): OpenTurn | undefined {
  return open.find(({ optional }) => optional === true);
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

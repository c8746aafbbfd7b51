import { placeTitle, saidIn, seatName, seatsInText, type Brief, type Shown } from '@moot/ui';

/** What a reader who is not at the end is told of it; nothing if nothing is new there. */
export function pillWords({ speaking, moves }: Pick<Shown, 'speaking' | 'moves'>, seen: number): string | undefined {
  const seats = speaking.map(({ turn }) => turn.seat).sort();
  if (seats.length > 0) return `${seatName(seatsInText(seats))} ${seats.length === 1 ? 'is' : 'are'} speaking`;
  const more = moves.slice(seen).filter((move) => saidIn(move).text !== undefined).length;
  if (more === 0) return undefined;
  return more === 1 ? 'New speech' : `${more} new speeches`;
}

/** Who has spoken last, for those who listen to the page. */
export function spokenWords({ moves, seat }: Pick<Shown, 'moves' | 'seat'>): string {
  const last = moves.findLast((move) => move.seat !== seat && saidIn(move).text !== undefined);
  return last ? `${seatName(last.seat)} has spoken, ${(placeTitle(last.at) ?? last.at).toLowerCase()}.` : '';
}

type Seats = readonly { readonly role: string }[];

/** Where a judge who may read the source has it: in the middle where nobody argues, beside the question where somebody does. */
export function sourcePlace({ source }: Pick<Brief, 'source'>, seats: Seats): 'centre' | 'side' | 'none' {
  if (source === undefined) return 'none';
  return isAlone(seats) ? 'centre' : 'side';
}

/** What stands where nothing has been said: that it comes, or that nobody is to speak. */
export function emptyWords(brief: Pick<Brief, 'source'>, seats: Seats): string {
  if (!isAlone(seats)) return 'Nothing has been said yet. Say first what you believe by the question alone.';
  return brief.source === undefined
    ? 'Nobody argues in this run. Say what you believe by the question alone.'
    : 'Read the text, then say what you believe.';
}

function isAlone(seats: Seats): boolean {
  return seats.every(({ role }) => role === 'judge');
}

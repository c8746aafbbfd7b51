import { isJudge } from '@moot/protocol';
import type { RunPage } from '@moot/wire';
import type { Looking, Seen } from './looking.ts';
import { listed } from '../words/numbers.ts';
import { turnWords } from './turn-words.ts';

/** From where a run can be looked at. One who only watches, as viewers do, sits in no seat of the table. */
export function placesOf({
  seats,
}: Pick<RunPage, 'seats'>): readonly { readonly value: Looking; readonly words: string }[] {
  return [
    { value: 'everything', words: 'Researcher (everything)' },
    ...seats.map(({ seat }) => ({ value: `seat ${seat}` as const, words: capital(seat) })),
    { value: 'seat observer', words: 'Viewer' },
  ];
}

export function seatOf(looking: Looking): string | undefined {
  return looking === 'everything' ? undefined : looking.slice('seat '.length);
}

/** Whose eyes the page has, for the line under the slider. */
export function lookingWords(looking: Looking): string {
  const seat = seatOf(looking);
  if (seat === undefined) return 'The page shows everything that had been said by then.';
  if (seat === 'observer') return 'The page shows what a viewer saw at that moment.';
  return `The page shows what ${isJudge(seat) ? `the ${seat}` : seat} saw at that moment.`;
}

/** What had been said and could not be seen from there, in sentences. */
export function unseenWords({ sealed, blinded }: Seen, seat: string, state: RunPage['state']): readonly string[] {
  const whose = seat === 'observer' ? 'viewers' : isJudge(seat) ? `the ${seat}` : seat;
  const never = state === 'ended' ? `Never shown to ${whose}` : `Not shown to ${whose} so far`;
  return [
    ...(sealed.length > 0 ? [`Sealed at this moment: ${named(sealed)}.`] : []),
    ...(blinded.length > 0 ? [`${never}: ${named(blinded)}.`] : []),
  ];
}

function named(turns: Seen['sealed']): string {
  const names = turns.map(
    (turn) => `${turn.seat}’s ${turn.kind === 'speech' ? `speech, ${turnWords(turn)}` : turnWords(turn)}`,
  );
  return names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join('; ')}; and ${names.length - MOST_NAMED} more`
    : names.length > 2
      ? names.join('; ')
      : listed(names);
}

const MOST_NAMED = 6;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { CheckedQuote } from '@moot/protocol';
import { quotesOf, saidIn } from '../transcript/said.ts';
import type { Shown } from '../transcript/rounds.ts';

/** A quote of a run: who quoted, what was found, and where in the source that stands. */
export interface PlacedQuote {
  readonly key: string;
  readonly seat: string;
  readonly quote: CheckedQuote;
  /** Where it begins in the source, in characters; nothing if it does not stand there. */
  readonly at: number | undefined;
}

/** All quotes in the order of the source; those that do not stand in it come last, in the order of the speeches. */
export function inSourceOrder({ moves, speaking }: Pick<Shown, 'moves' | 'speaking'>): readonly PlacedQuote[] {
  const said = [
    ...moves.map((move) => ({ seat: move.seat, quotes: saidIn(move).quotes })),
    ...speaking.map(({ turn, beside }) => ({ seat: turn.seat, quotes: quotesOf(beside.quotes) })),
  ];
  const placed = said.flatMap(({ seat, quotes }, i) =>
    quotes.map((quote, k) => ({ key: `${i}/${k}`, seat, quote, at: 'at' in quote ? quote.at.start : undefined })),
  );
  return placed.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0);
}

/** Where a quote stands, in words; the number of the word where the source is known. */
export function placeWords({ at }: PlacedQuote, source: string | undefined): string {
  if (at === undefined) return '';
  if (source === undefined) return `character ${(at + 1).toLocaleString('en-GB')}`;
  const words = (source.slice(0, at).match(/\S+\s/gu) ?? []).length + 1;
  return `word ${words.toLocaleString('en-GB')}`;
}

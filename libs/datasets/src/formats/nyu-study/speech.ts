import type { CheckedQuote } from '@moot/protocol';
import { spanOf, type Detokenised } from '../../text/detokenise.ts';
import type { Piece } from './room.ts';

/** A speech as its text with quote tags, and what is known of each quote: they were cut from the story, so none can be false. */
export function speechOf(content: readonly Piece[], story: Detokenised): Speech {
  let text = '';
  const quotes: CheckedQuote[] = [];
  for (const piece of content) {
    if ('t' in piece) {
      text += piece.t;
      continue;
    }
    // Two quotes in a row stood apart on the study's screen.
    if (text.endsWith(CLOSING)) text += ' ';
    const { words, found } = quoted(piece.q, story);
    const start = text.length + OPENING.length;
    quotes.push({ text: words, start, end: start + words.length, ...found });
    text += OPENING + words + CLOSING;
  }
  return { text, quotes };
}

export interface Speech {
  readonly text: string;
  readonly quotes: readonly CheckedQuote[];
}

/** The words of a comment, which has no quotes. */
export function wordsOf(content: readonly Piece[]): string {
  return content
    .flatMap((piece) => ('t' in piece ? [piece.t] : []))
    .join('')
    .trim();
}

const OPENING = '<quote>';
const CLOSING = '</quote>';

type Found = { readonly status: 'verbatim'; readonly at: Stretch } | { readonly status: 'empty' | 'source-missing' };
interface Stretch {
  readonly start: number;
  readonly end: number;
}

function quoted([from, to]: readonly [number, number], story: Detokenised): { words: string; found: Found } {
  const at = spanOf(story, from, to);
  if (at) {
    const words = story.text.slice(at.start, at.end);
    return { words, found: words === '' ? { status: 'empty' } : { status: 'verbatim', at } };
  }
  // The story as it was published is shorter than what the debaters saw: what is left of the quote, and a sign for the rest.
  const left = spanOf(story, from, story.offsets.length);
  return { words: left ? `${story.text.slice(left.start, left.end)} …` : '…', found: { status: 'source-missing' } };
}

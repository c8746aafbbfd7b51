import type { CheckedQuote } from '@moot/protocol';

/** How a quote is marked: quiet where it stands in the source, in words where it does not. */
export interface QuoteMark {
  readonly look: 'quiet' | 'near' | 'absent';
  /** What stands beside it; nothing where it is in order. */
  readonly words: string;
  /** The same at length, for those who ask. */
  readonly title: string;
}

export function markOf(quote: CheckedQuote): QuoteMark {
  switch (quote.status) {
    case 'verbatim':
      return { look: 'quiet', words: 'verbatim', title: 'Word for word in the source' };
    case 'normalised':
      return {
        look: 'quiet',
        words: 'verbatim',
        title: 'Word for word in the source, but for case and punctuation marks',
      };
    case 'ellipsis-parts':
      return {
        look: 'near',
        words: `${quote.parts.length} parts, in order`,
        title: 'Its parts stand in the source in this order, with something left out between them',
      };
    case 'near':
      return {
        look: 'near',
        words: `near, ${Math.floor(quote.ratio * 100)} %`,
        title: `Not word for word: ${Math.floor(quote.ratio * 100)} % of it agrees with the source`,
      };
    case 'absent':
      return { look: 'absent', words: 'not in the source', title: 'These words do not stand together in the source' };
    case 'empty':
      return { look: 'absent', words: 'empty', title: 'There is nothing in this quote' };
    case 'source-missing':
      return {
        look: 'near',
        words: 'source missing',
        title: 'The source as it was published ends before this quote, so it cannot be looked up',
      };
  }
}

/** The text of a quote in quotation marks, once. */
export function quoted(text: string): string {
  const bare = text.trim();
  return /^["“”„«‘'].*["”“»’']$/su.test(bare) ? bare : `“${bare}”`;
}

/** A text before its last word, and that word; none where it is too long to be kept on one line. */
export function lastWord(text: string): readonly [string, string] {
  const tail = text.slice(-MOST_KEPT);
  const at = tail.search(/\S+$/u);
  const isTooLong = at === 0 && text.length > MOST_KEPT;
  if (at === -1 || isTooLong) return [text, ''];
  const from = text.length - tail.length + at;
  return [text.slice(0, from), text.slice(from)];
}

const MOST_KEPT = 24;

import MiniSearch from 'minisearch';
import { bounded } from '../bounded.ts';
import { digest, NO_WORD, plain, term } from '../text.ts';
import { passagesOf, type Passage } from './passages.ts';

/** A source made ready for quoting. */
export interface Book {
  readonly passages: readonly Passage[];
  /** How much each passage has to do with a text, by BM25, as a share of the most relevant one's. In the order of the passages. */
  relevance(text: string): readonly number[];
  /** Whether words stand in the source as they are, but for white space. */
  has(quote: string): boolean;
  /** The places, among the passages, in which a quote stands. */
  places(quote: string): readonly number[];
}

/** The books that were opened last. */
export interface Library {
  open(source: string): Book;
}

/** Keeps the books of at most so many characters together; of a source that is longer, only so much is read. */
export function library(mostCharacters = 6_000_000, longestSource = 1_000_000): Library {
  const books = bounded<Book>(mostCharacters);
  return {
    open(source) {
      const key = digest(source);
      const known = books.get(key);
      if (known) return known;
      const book = bookOf(source.slice(0, longestSource));
      books.set(key, book, Math.min(source.length, longestSource));
      return book;
    },
  };
}

function bookOf(source: string): Book {
  const passages = passagesOf(source);
  const texts = passages.map(({ text }) => plain(text));
  const whole = plain(source);
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: (text) => text.split(NO_WORD),
    processTerm: (word) => term(word) ?? null,
  });
  index.addAll(texts.map((text, id) => ({ id, text })));

  return {
    passages,
    relevance(text) {
      const scores = passages.map(() => 0);
      for (const { id, score } of index.search(text)) if (typeof id === 'number') scores[id] = score;
      const most = Math.max(0, ...scores);
      return most === 0 ? scores : scores.map((score) => score / most);
    },
    has: (quote) => whole.includes(plain(quote)),
    places(quote) {
      const sought = plain(quote);
      return texts.flatMap((text, i) => (text.includes(sought) || sought.includes(text) ? [i] : []));
    },
  };
}

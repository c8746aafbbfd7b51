import { ageOf } from './stamp.ts';

/** What was heard of one speech, letter by letter, and how old each of its words was when it came, in tenths of a ms. */
export interface HeardWords {
  text(): string;
  /** Adds words; false if they do not begin where those before ended. */
  add(from: number, text: string): boolean;
  /** Takes over what was said so far. */
  set(text: string): void;
}

export function heardWords(ages: number[]): HeardWords {
  let text = '';
  let counted = 0;
  const count = () => {
    const end = text.lastIndexOf(' ') + 1;
    if (end <= counted) return;
    for (const word of text.slice(counted, end).trimEnd().split(' ')) {
      const age = ageOf(word);
      if (age !== undefined) ages.push(age);
    }
    counted = end;
  };
  return {
    text: () => text,
    add(from, added) {
      if (from !== text.length) return false;
      text += added;
      count();
      return true;
    },
    set(whole) {
      text = whole;
      count();
    },
  };
}

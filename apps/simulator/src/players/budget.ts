import { withoutTags, wordsOf } from '../text.ts';
import type { Limits } from './limits.ts';

/** How long a speech is made. */
export interface Budget {
  readonly target: number;
  /** How much of it is made of quotes at most. */
  readonly quoted: number;
  /** How much of the budget a sentence takes. */
  size(sentence: string): number;
  /** How many words the budget is about worth. */
  readonly words: number;
}

export function budgetOf(limits: Limits, wordy: number): Budget {
  const perWord = limits.unit === 'words' ? 1 : CHARACTERS_A_WORD;
  const target = Math.min(Math.round(targetOf(limits, wordy, perWord)), LONGEST * perWord);
  return {
    target,
    quoted: Math.min(limits.quoted ?? Number.POSITIVE_INFINITY, target * 0.55),
    size:
      limits.unit === 'words'
        ? (sentence) => wordsOf(withoutTags(sentence)).length
        : (sentence) => withoutTags(sentence).length + 1,
    words: Math.floor(target / perWord),
  };
}

/** In words: what is made at most, whatever is asked for. */
const LONGEST = 5000;

const CHARACTERS_A_WORD = 6;

/** The length asked for, and a little inside what is enforced where there is room. */
function targetOf(limits: Limits, wordy: number, perWord: number): number {
  const { min = 0 } = limits;
  const most = limits.max ?? Math.max(min * 2, (limits.ask ?? 0) * 1.5, 180 * perWord);
  if (wordy > 1) return most * wordy;

  const ask =
    limits.ask ??
    (limits.max === undefined ? Math.max(min * 1.25, 120 * perWord) : (Math.max(min, most * 0.6) + most) / 2);
  const margin = Math.min(0.04 * most, Math.max(0, most - min) / 4);
  const aim = ask + wordy * Math.max(0, most - ask);
  return Math.max(1, Math.min(Math.max(aim, min + margin), most - margin, most));
}

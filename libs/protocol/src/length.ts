import { z } from 'zod';
import { quoteTags, withoutQuoteTags } from './quotes.ts';

/** How long a speech is to be: what is asked for, what is enforced, and what becomes of one that is too long. */
export const Budget = z
  .strictObject({
    unit: z.enum(['words', 'characters'], 'Give words or characters.'),
    ask: atLeastOne().exactOptional(),
    min: atLeastOne().exactOptional(),
    max: atLeastOne().exactOptional(),
    over: z.enum(['cut', 'ask-again'], 'Say what becomes of a speech that is too long: cut or ask-again.'),
  })
  .readonly()
  .superRefine((budget, context) => {
    for (const [lower, upper] of ORDERED) {
      const [less, more] = [budget[lower], budget[upper]];
      if (less === undefined || more === undefined || less <= more) continue;
      const message = `${lower} is ${less} and ${upper} is ${more}: ${lower} must not be more than ${upper}.`;
      context.addIssue({ code: 'custom', path: [lower], message });
    }
  });
export type Budget = z.output<typeof Budget>;

/** Words are what stands between spaces, characters are code points. Quote tags and the mark of a cut do not count. */
export function lengthOf(unit: Budget['unit'], text: string): number {
  const counted = withoutQuoteTags(text.endsWith(CUT) ? text.slice(0, -CUT.length) : text);
  return unit === 'words' ? (counted.match(WORDS) ?? []).length : counted.replace(PAIRS, '.').length;
}

/** What is wrong with a text's length, in words for who wrote it. Too long is not wrong where it is cut. */
export function lengthFault({ unit, min, max, over }: Budget, text: string): string | undefined {
  const length = lengthOf(unit, text);
  const said = `That is ${length} ${length === 1 ? unit.slice(0, -1) : unit}`;
  if (min !== undefined && length < min) return `${said}; at least ${min} ${are(min)} wanted.`;
  if (max !== undefined && length > max && over === 'ask-again') return `${said}; at most ${max} ${are(max)} allowed.`;
  return undefined;
}

/** A text no longer than its budget allows: cut after a whole word, a quote left open then closed, and the cut marked. */
export function cutToLength({ unit, max }: Budget, text: string): { readonly text: string; readonly isCut: boolean } {
  if (max === undefined || lengthOf(unit, text) <= max) return { text, isCut: false };
  const untagged = withoutQuoteTags(text);
  const end = unit === 'words' ? afterWords(untagged, max) : wholeWords(untagged, afterCharacters(untagged, max));
  return { text: tagged(text, untagged.slice(0, end).trimEnd().length) + CUT, isCut: true };
}

const ORDERED = [
  ['min', 'ask'],
  ['ask', 'max'],
  ['min', 'max'],
] as const;
const CUT = ' … [cut]';
const WORDS = /\S+/gu;
const PAIRS = /[\u{10000}-\u{10ffff}]/gu;
/** A longer word is cut inside: texts without spaces, or without sense. */
const LONGEST_WORD = 40;

function atLeastOne() {
  const words = 'Give a whole number, 1 or more.';
  return z.int(words).min(1, words);
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}

/** Where the last of so many words ends. */
function afterWords(text: string, count: number): number {
  let left = count;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    left--;
    if (left === 0) return index + word.length;
  }
  return text.length;
}

/** Where the last of so many code points ends. */
function afterCharacters(text: string, count: number): number {
  let end = 0;
  for (let left = count; left > 0; left--) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/** The end itself, or the end of the word before the one that it falls into. */
function wholeWords(text: string, end: number): number {
  if (/^\s/u.test(text.slice(end))) return end;
  const from = Math.max(0, end - LONGEST_WORD);
  const space = text.slice(from, end).search(/(?<=\S)\s+\S*$/u);
  return space < 0 ? end : from + space;
}

/** The beginning of a text, up to a place that is counted without its quote tags. A quote that has not begun there is left out. */
function tagged(text: string, end: number): string {
  let open = 0;
  let withTags = end;
  for (const tag of quoteTags(text)) {
    if (tag.start >= withTags) break;
    withTags += tag.end - tag.start;
    open = tag.kind === 'opening' ? open + 1 : Math.max(0, open - 1);
  }
  return text.slice(0, withTags) + (open > 0 ? '</quote>' : '');
}

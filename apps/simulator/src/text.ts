import { hash } from 'node:crypto';

/** The words of a text, as they stand between white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

export function withoutTags(text: string): string {
  return text.replace(/<\/?[a-z][\w-]*(?:\s[^<>]*)?>/gi, '');
}

/** A text on one line, with composed characters and tags as they were before they became data: what its copies have in common. */
export function plain(text: string): string {
  return text.normalize('NFC').replaceAll('‹', '<').replace(/\s+/g, ' ').trim();
}

export function digest(text: string | Uint8Array): string {
  return hash('sha256', text);
}

/** What a text is about: its words in small letters, without endings and without those that are in every text. */
export function terms(text: string): readonly string[] {
  return text.split(NO_WORD).flatMap((word) => term(word) ?? []);
}

/** A word as it is looked up, or undefined for one that says nothing. */
export function term(word: string): string | undefined {
  const small = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '');
  if (small === '' || EVERYWHERE.has(small)) return undefined;
  return small.length < 5 ? small : small.replace(ENDING, '');
}

/** What stands between words. */
export const NO_WORD = /[^\p{L}\p{M}\p{N}'’]+/u;

const ENDING = /(?:ings?|edly|ed|ly|ies|es|s|e|y)$/;

const EVERYWHERE = new Set(
  `a about after all also am an and any are as at be been before being but by can could did do does doing dont for from
  had has have he her here hers him his how i if in into is it its just me more most my no nor not now of off on once
  only or other our out over own same she should so some such than that the their them then there these they this
  those through to too under until up very was we were what when where which while who whom why will with would you your`.split(
    /\s+/,
  ),
);

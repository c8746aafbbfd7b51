import type { Question, Source } from '@moot/experiment';

/** What has to be mended in a row, and in which field. */
export interface Flaw {
  readonly field: string;
  readonly why: string;
}

/** What is wrong with a question by itself; undefined where nothing is. */
export function questionFlaw({ key, prompt, options, truth, ...notes }: Question): Flaw | undefined {
  if (key.trim() === '') return { field: 'key', why: 'The key is empty. Give the question one.' };
  if (key.length > LONGEST_KEY) return { field: 'key', why: tooLong(key) };
  if (prompt.trim() === '') return { field: 'question', why: 'The question is empty. Write what is asked.' };
  if (options.length < 2) return { field: 'options', why: 'There are fewer than two options. Give two or more.' };

  const empty = options.findIndex((option) => option.trim() === '');
  if (empty !== -1) return { field: 'options', why: `Option ${String(empty + 1)} is empty. Fill it or take it out.` };
  if (options[truth] === undefined) return { field: 'truth', why: 'The truth is none of the options.' };
  return twins(options) ?? unstorable({ key, question: prompt, options: options.join(''), ...notes });
}

/** What is wrong with a source by itself; undefined where nothing is. */
export function sourceFlaw({ key, title = '', text }: Source): Flaw | undefined {
  if (key.trim() === '') return { field: 'source key', why: 'The key of the source is empty. Give it one.' };
  if (key.length > LONGEST_KEY) return { field: 'source key', why: tooLong(key) };
  if (text.trim() === '') return { field: 'text', why: 'The text of the source is empty. Fill it in.' };
  return unstorable({ 'source key': key, title, text });
}

/** In UTF-16 units; an index of the database takes somewhat more bytes than these can be. */
const LONGEST_KEY = 500;

function tooLong(key: string): string {
  return `The key has ${String(key.length)} characters, and ${String(LONGEST_KEY)} are allowed. Shorten it.`;
}

function twins(options: readonly string[]): Flaw | undefined {
  // Characters that nobody sees make no difference.
  const bare = options.map((option) =>
    option
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const second = bare.findIndex((option, i) => bare.indexOf(option) < i);
  if (second === -1) return undefined;

  const first = bare.indexOf(bare[second] ?? '');
  const pair = `Options ${String(first + 1)} and ${String(second + 1)} are the same`;
  return { field: 'options', why: `${pair}, so there is no one right answer. Change one.` };
}

/** A NUL or a lone surrogate: no database column holds either. */
function unstorable(fields: Readonly<Record<string, string | undefined>>): Flaw | undefined {
  const found = Object.entries(fields).find(([, text]) => /\0|\p{Surrogate}/u.test(text ?? ''));
  if (found === undefined) return undefined;
  return { field: found[0], why: 'The text has a NUL or half a character (a lone surrogate) in it. Take it out.' };
}

import type { Flaw } from '../rows/flaw.ts';
import type { Layout } from './table-rows.ts';

/**
 * Finds out from the first record what each column holds: letters and the letter of the answer (MMLU), the correct answer
 * and incorrect ones (GPQA), or a row already, since MMLU is published without names.
 */
export function choicesOf(first: readonly string[]): Choices | Flaw {
  const names = first.map(plain);
  if (!names.includes('question')) return unnamed(first);
  if (names.includes('correct answer') || names.some((name) => name.startsWith('incorrect answer')))
    return named(first, 'first', ['Correct Answer', ...numbered(names)]);
  return named(first, 'letter', lettered(names));
}

export interface Choices extends Layout {
  /** Whether the first of the options is the true one, or a column has the letter of the true one. */
  readonly truth: 'first' | 'letter';
  /** The columns that hold options. */
  readonly options: readonly string[];
}

const LETTERS = Array.from('ABCDEFGHIJ');

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** Up to the last letter that is there, and two at least: what is missing between is said later. */
function lettered(names: readonly string[]): readonly string[] {
  const last = LETTERS.findLastIndex((letter) => names.includes(plain(letter)));
  return LETTERS.slice(0, Math.max(2, last + 1));
}

function numbered(names: readonly string[]): readonly string[] {
  const all = LETTERS.map((_, i) => `Incorrect Answer ${String(i + 1)}`);
  const last = all.findLastIndex((name) => names.includes(plain(name)));
  return all.slice(0, Math.max(1, last + 1));
}

function named(first: readonly string[], truth: Choices['truth'], options: readonly string[]): Choices | Flaw {
  const names = first.map(plain);
  const needed = ['Question', ...options, ...(truth === 'letter' ? ['Answer'] : [])];
  const missing = needed.find((name) => !names.includes(plain(name)));
  if (missing !== undefined) return flaw(missing, `The column ${JSON.stringify(missing)} is missing.`);

  const twice = needed.find((name) => names.indexOf(plain(name)) !== names.lastIndexOf(plain(name)));
  if (twice !== undefined) return flaw(twice, `The column ${JSON.stringify(twice)} stands there twice. Take one out.`);
  if (truth === 'first' && names.includes('answer') && names.includes('a'))
    return flaw('Answer', 'The right answer is given twice: by "Correct Answer" and by a letter. Keep one of the two.');
  return { truth, options, count: first.length, place: (name) => names.indexOf(plain(name)) };
}

function unnamed(first: readonly string[]): Choices | Flaw {
  const options = LETTERS.slice(0, Math.max(2, first.length - 2));
  const columns = ['Question', ...options, 'Answer'];
  const isRow = first.length === columns.length && options.includes(first.at(-1)?.trim().toUpperCase() ?? '');
  if (!isRow) return flaw('Question', 'There is no column "Question", and the first line is no question by itself.');

  return { truth: 'letter', options, count: first.length, unnamed: columns, place: (name) => columns.indexOf(name) };
}

function flaw(field: string, why: string): Flaw {
  return { field, why: `${why} ${KNOWN}` };
}

const KNOWN =
  'Name the columns Question, A, B … and Answer (a letter); or Question, Correct Answer, Incorrect Answer 1, 2 …; ' +
  'or name none and give, in each line, the question, the options and the letter of the right one.';

import type { Flaw } from '../rows/flaw.ts';
import type { Layout } from './table-rows.ts';

/** Reads the names in the first line of a CSV file and says what each column holds, or what is wrong with them. */
export function columnsOf(names: readonly string[]): Columns | Flaw {
  const known = names.map((name) => name.trim().toLowerCase());
  const unknown = known.find((name) => !isKnown(name));
  if (unknown !== undefined) return refused(unknown, `There is no column ${JSON.stringify(unknown)} in this format.`);

  const twice = known.find((name, i) => known.indexOf(name) < i);
  if (twice !== undefined)
    return refused(twice, `The column ${JSON.stringify(twice)} stands there twice. Take one out.`);

  if (known.includes('correct') && known.some((name) => name === 'truth' || name.startsWith('option_')))
    return refused(
      'correct',
      'The right answer is given twice: by "correct", and by options with "truth". Keep one of the two ways.',
    );

  const place = (name: string): number => known.indexOf(name);
  const missing = missingOf(known);
  if (missing !== undefined) return refused(missing, `The column ${JSON.stringify(missing)} is missing.`);
  if (known.includes('correct'))
    return { form: 'correct', count: names.length, place, options: ['correct', ...numbered(known, 'distractor')] };
  return { form: 'options', count: names.length, place, options: numbered(known, 'option') };
}

export interface Columns extends Layout {
  /** Whether the options are numbered, with a column for the truth, or the true one has a column of its own. */
  readonly form: 'options' | 'correct';
  /** The columns that hold options, in order. */
  readonly options: readonly string[];
}

const OTHERS = [
  'key',
  'question',
  'truth',
  'correct',
  'distractor',
  'source_key',
  'source_text',
  'source_title',
  'licence',
  'split',
  'difficulty',
];

const KNOWN =
  'Known columns: question; option_1, option_2 … and truth, or correct and distractor, distractor_2 …; ' +
  'and, where you have them, key, source_key, source_text, source_title, licence, split, difficulty. ' +
  'Columns are separated by commas, semicolons or tabs.';

function isKnown(name: string): boolean {
  return OTHERS.includes(name) || /^option_[1-9]\d?$/.test(name) || /^distractor_([2-9]|[1-9]\d)$/.test(name);
}

function refused(field: string, why: string): Flaw {
  return { field, why: `${why} ${KNOWN}` };
}

/** The columns of one kind in the order of their numbers: `distractor` is the first of its kind. */
function numbered(known: readonly string[], kind: 'option' | 'distractor'): readonly string[] {
  const number = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 1);
  return known.filter((name) => name.startsWith(kind)).sort((a, b) => number(a) - number(b));
}

function missingOf(known: readonly string[]): string | undefined {
  const isCorrectForm = known.some((name) => name === 'correct' || name.startsWith('distractor'));
  const needed = isCorrectForm ? ['question', 'correct', 'distractor'] : ['question', 'option_1', 'option_2', 'truth'];
  const missing = needed.find((name) => !known.includes(name));
  if (missing !== undefined) return missing;

  const kind = isCorrectForm ? 'distractor' : 'option';
  const expected = numbered(known, kind).map((_, i) => (i === 0 && isCorrectForm ? kind : `${kind}_${String(i + 1)}`));
  return expected.find((name) => !known.includes(name));
}

import type { Question } from '@moot/experiment';
import type { Flaw } from '../rows/flaw.ts';
import { contentName } from '../rows/hash.ts';
import { orderByKey } from '../rows/order.ts';
import type { Columns } from './csv-columns.ts';
import type { Cell } from './table-rows.ts';

/** Makes a question of a row's cells, or says which cell has to be mended. */
export function questionOf(cell: Cell, columns: Columns, source: string | undefined): Question | Flaw {
  const cells = columns.options.map(cell);
  const options = cells.slice(0, cells.findLastIndex((option) => option !== '') + 1);
  const empty = columns.options[Math.max(options.indexOf(''), 0)] ?? 'option_1';
  if (options.length < 2 || options.includes('')) return { field: empty, why: `${empty} is empty. Fill it in.` };

  const truth = columns.form === 'correct' ? 0 : truthOf(cell('truth'), options);
  if (typeof truth === 'string') return { field: 'truth', why: truth };

  const prompt = cell('question');
  const key = cell('key') === '' ? `q-${contentName(prompt, ...[...options].sort(), source ?? '')}` : cell('key');
  const ordered = columns.form === 'correct' ? orderByKey(key, options, truth) : { options, truth };
  return { key, prompt, ...ordered, ...(source === undefined ? {} : { source }), ...notes(cell) };
}

function truthOf(told: string, options: readonly string[]): number | string {
  const range = `Give the number of the option, from 1 to ${String(options.length)}, or its text.`;
  if (told === '') return `truth is empty. ${range}`;
  if (/^\d+(\s*[,;|/&+]\s*\d+)+$/.test(told))
    return `truth names two right answers (${told}), and one is needed. ${range}`;

  const byText = options.indexOf(told);
  const byNumber = /^\d+$/.test(told) && options[Number(told) - 1] !== undefined ? Number(told) - 1 : -1;
  if (byText !== -1 && byNumber !== -1 && byText !== byNumber) {
    return `truth ${told} is the number of one option and the text of another. Write the options so that they are no bare numbers.`;
  }
  if (byText === -1 && byNumber === -1) return `truth ${JSON.stringify(told)} is none of the options. ${range}`;
  return byText === -1 ? byNumber : byText;
}

function notes(cell: Cell): Pick<Question, 'licence' | 'split' | 'difficulty'> {
  const [licence, split, difficulty] = [cell('licence'), cell('split'), cell('difficulty')];
  return { ...(licence && { licence }), ...(split && { split }), ...(difficulty && { difficulty }) };
}

import { basename } from 'node:path';
import type { Question, Row } from '@moot/experiment';
import { draw, type Drawing } from '../rows/draw.ts';
import { fault } from '../rows/fault.ts';
import type { Flaw } from '../rows/flaw.ts';
import { gate } from '../rows/gate.ts';
import { contentName } from '../rows/hash.ts';
import { orderByKey, type Ordered } from '../rows/order.ts';
import { choicesOf, type Choices } from './multiple-choice-columns.ts';
import type { ReadOptions } from './reader.ts';
import { tableRows, type Cell, type TableRow } from './table-rows.ts';

/** Reads the CSV files of multiple-choice tests, one question a row, as MMLU and GPQA are published. */
export async function* readMultipleChoice(
  file: string,
  { options = 'all', seed = 1 }: ReadOptions = {},
): AsyncGenerator<Row> {
  const doors = gate({ key: 'Record ID', question: 'Question' });
  const part = /(?:^|[._-])(train|dev|val|test)(?:[._-]|$)/.exec(basename(file))?.[1] ?? '';

  for await (const row of tableRows(file, choicesOf)) {
    if (row.kind === 'fault') {
      yield row;
      continue;
    }
    const question = questionOf(row, part, { count: options, seed });
    if ('why' in question) yield fault({ ...row.at, field: question.field }, question.why);
    else yield* doors.question(question, row.at);
  }
}

function questionOf({ cell, layout }: TableRow<Choices>, part: string, drawing: Drawing): Question | Flaw {
  const prompt = cell('Question');
  if (prompt === '') return empty('Question');
  const choices = choicesIn(cell, layout);
  if ('why' in choices) return choices;

  const key = cell('Record ID') || `q-${contentName(prompt, ...[...choices.options].sort())}`;
  const drawn = draw(key, choices, drawing);
  const ordered = layout.truth === 'first' ? orderByKey(key, drawn.options, drawn.truth) : drawn;
  return { key, prompt, ...ordered, ...notes(cell, part) };
}

/** Later options may be left out where a question has fewer than others. */
function choicesIn(cell: Cell, { options: columns, truth }: Choices): Ordered | Flaw {
  const cells = columns.map(cell);
  const options = cells.slice(0, Math.max(2, cells.findLastIndex((option) => option !== '') + 1));
  const blank = columns[options.indexOf('')];
  if (blank !== undefined) return empty(blank);
  if (truth === 'first') return { options, truth: 0 };

  const letters = columns.slice(0, options.length);
  const told = cell('Answer');
  if (told === '') return empty('Answer');
  const found = letters.indexOf(told.toUpperCase());
  if (found !== -1) return { options, truth: found };
  return {
    field: 'Answer',
    why: `Answer ${JSON.stringify(told)} is none of ${letters.join(', ')}. Give one of these letters.`,
  };
}

function empty(field: string): Flaw {
  return { field, why: `${field} is empty. Fill it in.` };
}

function notes(cell: Cell, part: string): Pick<Question, 'split' | 'difficulty'> {
  const split = cell('Subject') || cell('High-level domain') || part;
  const difficulty = cell("Writer's Difficulty Estimate");
  return { ...(split && { split }), ...(difficulty && { difficulty }) };
}

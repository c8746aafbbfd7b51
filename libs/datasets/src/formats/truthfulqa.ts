import type { Row } from '@moot/experiment';
import { draw, type Drawing } from '../rows/draw.ts';
import { fault } from '../rows/fault.ts';
import type { Flaw } from '../rows/flaw.ts';
import { gate, type Gate } from '../rows/gate.ts';
import { contentName } from '../rows/hash.ts';
import { orderByKey } from '../rows/order.ts';
import type { ReadOptions } from './reader.ts';
import { tableRows, type Layout, type TableRow } from './table-rows.ts';
import { oneLine } from './words.ts';

/** Reads the CSV file of TruthfulQA: the best answer against all of the incorrect ones, or against some, drawn by seed. */
export async function* readTruthfulQa(
  file: string,
  { options = 'all', seed = 1 }: ReadOptions = {},
): AsyncGenerator<Row> {
  const doors = gate({ key: 'Question', question: 'Question', options: 'Incorrect Answers' });
  for await (const row of tableRows(file, layoutOf)) {
    if (row.kind === 'fault') yield row;
    else yield* readRow(row, doors, { count: options, seed });
  }
}

export const TRUTHFULQA_LICENCE = 'Apache-2.0';

const NEEDED = ['Type', 'Category', 'Question', 'Best Answer', 'Correct Answers', 'Incorrect Answers'];

/** Later releases have more columns; they are passed over. */
function layoutOf(first: readonly string[]): Layout | Flaw {
  const names = first.map((name) => name.trim());
  const missing = NEEDED.find((name) => !names.includes(name));
  if (missing === undefined) return { count: names.length, place: (name) => names.indexOf(name) };

  const why = `The column ${JSON.stringify(missing)} is missing. TruthfulQA.csv has ${NEEDED.join(', ')}.`;
  return { field: missing, why };
}

function* readRow({ at, cell }: TableRow<Layout>, doors: Gate, drawing: Drawing): Generator<Row> {
  const right = oneLine(cell('Best Answer'));
  if (right === '') {
    yield fault({ ...at, field: 'Best Answer' }, 'Best Answer is empty. Fill it in.');
    return;
  }
  // An answer that stands on both sides is not known to be wrong.
  const correct = [right, ...answers(cell('Correct Answers'))];
  const wrong = answers(cell('Incorrect Answers')).filter((answer) => !correct.includes(answer));
  if (wrong.length === 0) {
    yield fault({ ...at, field: 'Incorrect Answers' }, NO_WRONG);
    return;
  }

  const prompt = oneLine(cell('Question'));
  const key = `q-${contentName(prompt)}`;
  const drawn = draw(key, { options: [right, ...wrong], truth: 0 }, drawing);
  const [split, difficulty] = [cell('Category'), cell('Type')];
  const notes = { licence: TRUTHFULQA_LICENCE, ...(split && { split }), ...(difficulty && { difficulty }) };
  yield* doors.question({ key, prompt, ...orderByKey(key, drawn.options, drawn.truth), ...notes }, at);
}

const NO_WRONG =
  'There is no incorrect answer that is not among the correct ones too. Give one, and separate answers by semicolons.';

function answers(cell: string): readonly string[] {
  const all = cell.split(';').map(oneLine);
  return [...new Set(all)].filter((answer) => answer !== '');
}

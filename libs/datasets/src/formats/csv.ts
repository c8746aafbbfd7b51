import type { Row } from '@moot/experiment';
import { fault } from '../rows/fault.ts';
import { gate, type Gate } from '../rows/gate.ts';
import { contentName } from '../rows/hash.ts';
import { columnsOf, type Columns } from './csv-columns.ts';
import { questionOf } from './csv-question.ts';
import { tableRows, type Cell, type TableRow } from './table-rows.ts';

/** Reads one question a row, with its source in the same row or in an earlier one. */
export async function* readCsv(file: string): AsyncGenerator<Row> {
  const doors = gate({ source: 'source_key', 'source key': 'source_key', text: 'source_text' });
  for await (const row of tableRows(file, columnsOf)) {
    if (row.kind === 'fault') yield row;
    else yield* readRow(row, doors);
  }
}

function* readRow({ at, cell, layout }: TableRow<Columns>, doors: Gate): Generator<Row> {
  const source = sourceKey(cell);
  if (source !== undefined && cell('source_text') !== '') {
    const title = cell('source_title');
    const [row] = doors.source({ key: source, text: cell('source_text'), ...(title && { title }) }, at);
    if (row !== undefined) yield row;
    if (row?.kind === 'fault') return;
  }

  const question = questionOf(cell, layout, source);
  if ('why' in question) yield fault({ ...at, field: question.field }, question.why);
  else yield* doors.question(question, at);
}

function sourceKey(cell: Cell): string | undefined {
  if (cell('source_key') !== '') return cell('source_key');
  return cell('source_text') === '' ? undefined : `s-${contentName(cell('source_text'))}`;
}

import type { Row, Spot } from '@moot/experiment';
import { table, type TableRecord } from '../files/table.ts';
import { fault } from '../rows/fault.ts';
import { gate, type Gate } from '../rows/gate.ts';
import { contentName } from '../rows/hash.ts';
import { columnsOf, type Columns } from './csv-columns.ts';
import { questionOf, type Cell } from './csv-question.ts';

/** Reads one question a row, with its source in the same row or in an earlier one. */
export async function* readCsv(file: string): AsyncGenerator<Row> {
  const doors = gate({ source: 'source_key', 'source key': 'source_key', text: 'source_text' });
  let columns: Columns | undefined;

  for await (const record of table(file)) {
    if (record.kind === 'fault') {
      yield record;
      return;
    }
    const at = { file, line: record.line };
    if (isBlank(record)) continue;
    if (columns !== undefined) {
      yield* readRecord(record, { at, columns, doors });
      continue;
    }
    const found = columnsOf(record.cells);
    if (found.form === 'refused') {
      yield fault({ ...at, field: found.field }, found.why);
      return;
    }
    columns = found;
  }
  if (columns === undefined) yield fault({ file, line: 1 }, 'The file is empty. Its first line must name the columns.');
}

interface Place {
  readonly at: Spot;
  readonly columns: Columns;
  readonly doors: Gate;
}

function isBlank({ cells }: TableRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function* readRecord({ cells }: TableRecord, { at, columns, doors }: Place): Generator<Row> {
  if (cells.length !== columns.count) {
    yield fault(at, otherCount(cells.length, columns.count));
    return;
  }
  const cell: Cell = (column) => cells[columns.place(column)]?.trim() ?? '';
  const source = sourceKey(cell);
  if (source !== undefined && cell('source_text') !== '') {
    const title = cell('source_title');
    const [row] = doors.source({ key: source, text: cell('source_text'), ...(title && { title }) }, at);
    if (row !== undefined) yield row;
    if (row?.kind === 'fault') return;
  }

  const question = questionOf(cell, columns, source);
  if ('why' in question) yield fault({ ...at, field: question.field }, question.why);
  else yield* doors.question(question, at);
}

function sourceKey(cell: Cell): string | undefined {
  if (cell('source_key') !== '') return cell('source_key');
  return cell('source_text') === '' ? undefined : `s-${contentName(cell('source_text'))}`;
}

function otherCount(cells: number, columns: number): string {
  return (
    `This row has ${String(cells)} cells, and the first line names ${String(columns)} columns. ` +
    'Separate the cells as in the first line, and quote a cell that holds the separator.'
  );
}

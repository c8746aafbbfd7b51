import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { fault, type Fault } from '../rows/fault.ts';
import { delimiterOf } from './delimiter.ts';
import { unixText, type Text } from './text.ts';

/** The records of a delimited file, one at a time; the first names the columns. What cannot be read ends it with a fault. */
export async function* table(file: string): AsyncGenerator<TableRecord | Fault> {
  const ends: Ends = { fault: undefined, error: undefined };
  const at: At = { file, line: 1, columns: [] };
  for await (const record of records(file, ends)) {
    const found = locate(recordSchema.parse(record));
    if (ends.error?.lines !== undefined && found.end > ends.error.lines) break;
    at.line = found.end + 1;
    at.columns = at.columns.length === 0 ? found.cells : at.columns;
    yield found;
  }
  if (ends.fault !== undefined) yield ends.fault;
  else if (ends.error !== undefined) yield unparsable(ends.error, at);
}

export interface TableRecord {
  readonly kind: 'record';
  /** The lines on which it begins and ends. */
  readonly line: number;
  readonly end: number;
  readonly cells: readonly string[];
}

/** Why reading ended before the file did. */
interface Ends {
  fault: Fault | undefined;
  error: z.infer<typeof errorSchema> | undefined;
}

/** Where the next record begins. */
interface At {
  readonly file: string;
  line: number;
  columns: readonly string[];
}

const LARGEST_RECORD = 20_000_000;
const RULES = {
  info: true,
  relax_column_count: true,
  max_record_size: LARGEST_RECORD,
  record_delimiter: '\n',
  skip_empty_lines: true,
  // Without it the records before a broken one would be lost with it.
  skip_records_with_error: true,
} as const;

const recordSchema = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });
const errorSchema = z.object({ code: z.string(), lines: z.int().optional(), column: z.int().optional() });

async function* records(file: string, ends: Ends): AsyncGenerator {
  const pieces = unixText(file);
  const start = await head(pieces);
  const delimiter = delimiterOf(start.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''));
  const parser = parse({ ...RULES, delimiter, on_skip: (error) => void (ends.error ??= errorSchema.parse(error)) });
  const source = Readable.from(onlyText(start, pieces, ends));
  const parsed: AsyncIterable<unknown> = source.pipe(parser);
  try {
    yield* parsed;
  } finally {
    source.destroy();
  }
}

/** As many pieces as it takes to see the first line. */
async function head(pieces: AsyncGenerator<Text | Fault>): Promise<readonly (Text | Fault)[]> {
  const seen: (Text | Fault)[] = [];
  for (let size = 0; size < LARGEST_RECORD;) {
    const next = await pieces.next();
    if (next.done === true) return seen;
    seen.push(next.value);
    if (next.value.kind === 'fault' || next.value.text.trimStart().includes('\n')) return seen;
    size += next.value.text.length;
  }
  return seen;
}

async function* onlyText(
  start: readonly (Text | Fault)[],
  rest: AsyncIterable<Text | Fault>,
  ends: Ends,
): AsyncGenerator<string> {
  for await (const piece of joined(start, rest)) {
    if (piece.kind === 'fault') ends.fault = piece;
    if (piece.kind === 'fault' || ends.error !== undefined) return;
    yield piece.text;
  }
}

async function* joined<T>(start: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* start;
  yield* rest;
}

/** Line breaks inside quoted cells were counted too, so the record begins that many lines before it ends. */
function locate({ record, info }: z.infer<typeof recordSchema>): TableRecord {
  const breaks = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
  return { kind: 'record', line: info.lines - breaks, end: info.lines, cells: record };
}

const CAUSES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quotation mark opens here and is never closed. Close it, or double it ("") where it belongs to the text.',
  CSV_MAX_RECORD_SIZE:
    'The record that begins here is longer than 20 MB: look for a quotation mark that is never closed.',
  INVALID_OPENING_QUOTE:
    'A quotation mark stands inside a cell that is not quoted. Quote the whole cell and double the mark ("").',
  CSV_INVALID_CLOSING_QUOTE:
    'Text goes on after the closing quotation mark of a cell. Double the mark ("") where it belongs to the text.',
};

function unparsable({ code, lines, column }: z.infer<typeof errorSchema>, { file, line, columns }: At): Fault {
  const why = CAUSES[code] ?? `This record cannot be read as CSV (${code}).`;
  const field = column === undefined ? undefined : columns[column];
  const begins = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE' ? line : (lines ?? line);
  return fault({ file, line: begins, ...(field && { field }) }, `${why} Nothing after it was read.`);
}

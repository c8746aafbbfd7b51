import { parquetWriteBuffer } from 'hyparquet-writer';
import { stringify } from 'csv-stringify/sync';
import { tableOf } from './output.ts';

/** Rows as Postgres writes them, with the types of their columns. */
export interface Rows {
  readonly fields: readonly Field[];
  readonly rows: AsyncIterable<readonly (string | null)[]>;
  truncated(): boolean;
}

interface Field {
  readonly name: string;
  readonly typeName: string;
}

export async function* tableLines({ fields, rows }: Rows): AsyncGenerator<string> {
  const all = await gathered(rows);
  yield tableOf(
    fields.map(({ name }) => name),
    all.map((row) =>
      row.map((value, i) => (value !== null && isInexact(fields[i]) ? Number(Number(value).toPrecision(6)) : value)),
    ),
  );
  yield `(${all.length} ${all.length === 1 ? 'row' : 'rows'})`;
}

async function gathered<X>(from: AsyncIterable<X>): Promise<readonly X[]> {
  const all: X[] = [];
  for await (const each of from) all.push(each);
  return all;
}

/** Averages come with twenty digits; a table shows six of them. The other formats keep all. */
function isInexact(field: Field | undefined): boolean {
  return field !== undefined && ['numeric', 'float4', 'float8'].includes(field.typeName);
}

/** CSV for spreadsheets: a text that would be taken for a formula is led in by an apostrophe. */
export async function* csvLines({ fields, rows }: Rows): AsyncGenerator<string> {
  yield csvLine(fields.map(({ name }) => name));
  for await (const row of rows) yield csvLine(row.map((value, i) => guarded(value, fields[i])));
}

function csvLine(cells: readonly (string | null)[]): string {
  return stringify([[...cells]], { eof: false });
}

function guarded(value: string | null, field: Field | undefined): string | null {
  if (value === null || (field !== undefined && NUMBERS.has(field.typeName))) return value;
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

const NUMBERS = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']);

/** A JSON array with an object a row; numbers keep all their digits. */
export async function* jsonLines({ fields, rows }: Rows): AsyncGenerator<string> {
  let before: string | undefined;
  yield '[';
  for await (const row of rows) {
    if (before !== undefined) yield `${before},`;
    before = `  {${row.map((value, i) => jsonField(fields[i], value)).join(', ')}}`;
  }
  if (before !== undefined) yield before;
  yield ']';
}

function jsonField(field: Field | undefined, value: string | null): string {
  return `${JSON.stringify(field?.name ?? '')}: ${jsonValue(field?.typeName ?? 'text', value)}`;
}

function jsonValue(type: string, value: string | null): string {
  if (value === null) return 'null';
  if (NUMBERS.has(type)) return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? value : JSON.stringify(value);
  if (type === 'bool') return value === 't' ? 'true' : 'false';
  return type === 'json' || type === 'jsonb' ? value : JSON.stringify(value);
}

/** All rows as one Parquet file: whole numbers, numbers and truth values typed, everything else as text. */
export async function parquetOf({ fields, rows }: Rows): Promise<Uint8Array> {
  const all = await gathered(rows);
  const columnData = fields.map(({ name, typeName }, i) => ({
    name,
    type: PARQUET[typeName] ?? ('STRING' as const),
    nullable: true,
    data: all.map((row) => parquetValue(typeName, row[i] ?? null)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const PARQUET: Readonly<Record<string, 'BOOLEAN' | 'INT64' | 'DOUBLE'>> = {
  bool: 'BOOLEAN',
  int2: 'INT64',
  int4: 'INT64',
  int8: 'INT64',
  float4: 'DOUBLE',
  float8: 'DOUBLE',
  numeric: 'DOUBLE',
};

function parquetValue(type: string, value: string | null): string | number | bigint | boolean | null {
  if (value === null) return null;
  const kept = PARQUET[type];
  if (kept === 'BOOLEAN') return value === 't';
  if (kept === 'INT64') return BigInt(value);
  return kept === 'DOUBLE' ? Number(value) : value;
}

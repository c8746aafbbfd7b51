import { stringify } from 'csv-stringify/sync';
import { parse as arrayIn } from 'postgres-array';
import { tableOf } from './table.ts';
import { shownJson } from './text.ts';

/** Rows as Postgres writes them, with the types of their columns. */
export interface Rows {
  readonly fields: readonly Field[];
  readonly rows: AsyncIterable<readonly (string | null)[]>;
}

export interface Field {
  readonly name: string;
  readonly typeName: string;
}

export async function* tableLines({ fields, rows }: Rows, width?: number): AsyncGenerator<string> {
  const all = await gathered(rows);
  const head = fields.map(({ name }) => name);
  const cells = all.map((row) => row.map((value, i) => rounded(value, fields[i])));
  yield tableOf(head, cells, width);
  yield `(${all.length} ${all.length === 1 ? 'row' : 'rows'})`;
}

export async function gathered<X>(from: AsyncIterable<X>): Promise<readonly X[]> {
  const all: X[] = [];
  for await (const each of from) all.push(each);
  return all;
}

/** Averages come with twenty digits after the point; a table shows the first. The other formats keep all. */
function rounded(value: string | null, field: Field | undefined): string | number | null {
  const isLong =
    field !== undefined && INEXACT.has(field.typeName) && value !== null && /^-?\d{1,12}\.\d+$/.test(value);
  if (!isLong) return value;
  const number = Number(value);
  return Math.abs(number) < 10_000 ? Number(number.toPrecision(6)) : Number(number.toFixed(2));
}

const INEXACT = new Set(['numeric', 'real', 'double precision']);
const NUMBERS = new Set(['smallint', 'integer', 'bigint', ...INEXACT]);

/** CSV for spreadsheets: a text that would be taken for a formula is led in by an apostrophe. */
export async function* csvLines({ fields, rows }: Rows): AsyncGenerator<string> {
  yield csvLine(fields.map(({ name }) => guarded(name)));
  for await (const row of rows)
    yield csvLine(row.map((value, i) => (value === null || isNumber(fields[i]) ? value : guarded(value))));
}

function csvLine(cells: readonly (string | null)[]): string {
  return stringify([[...cells]], { eof: false });
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function isNumber(field: Field | undefined): boolean {
  return field !== undefined && NUMBERS.has(field.typeName);
}

/** A JSON array with an object a row; numbers keep all their digits. */
export async function* jsonLines({ fields, rows }: Rows): AsyncGenerator<string> {
  const names = distinct(fields);
  let before: string | undefined;
  yield '[';
  for await (const row of rows) {
    if (before !== undefined) yield `${before},`;
    const members = row.map(
      (value, i) => `${JSON.stringify(names[i])}: ${jsonOf(value, fields[i]?.typeName ?? 'text')}`,
    );
    before = shownJson(`  {${members.join(', ')}}`);
  }
  if (before !== undefined) yield before;
  yield ']';
}

/** The names of columns, the second of a name with a 2 behind it: what has fields by name cannot have one twice. */
export function distinct(fields: readonly Field[]): readonly string[] {
  const names: string[] = [];
  for (const { name } of fields) {
    let own = name;
    for (let n = 2; names.includes(own); n++) own = `${name}_${n}`;
    names.push(own);
  }
  return names;
}

function jsonOf(value: string | null, type: string): string {
  if (value === null) return 'null';
  if (type.endsWith('[]')) return jsonArray(arrayIn(value), type.slice(0, -2));
  if (NUMBERS.has(type)) return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? value : JSON.stringify(value);
  if (type === 'boolean') return value === 't' ? 'true' : 'false';
  return type === 'json' || type === 'jsonb' ? value : JSON.stringify(value);
}

type Elements = readonly (string | null | Elements)[];

function jsonArray(elements: Elements, type: string): string {
  const each = elements.map((element) =>
    typeof element === 'string' || element === null ? jsonOf(element, type) : jsonArray(element, type),
  );
  return `[${each.join(', ')}]`;
}

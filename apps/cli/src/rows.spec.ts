import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { parquetOf } from './parquet.ts';
import { csvLines, gathered, jsonLines, tableLines, type Rows } from './rows.ts';

const TYPES = ['text', 'integer', 'bigint', 'numeric', 'double precision', 'boolean', 'text[]', 'jsonb'];

function rowsOf(types: readonly string[], ...rows: readonly (readonly (string | null)[])[]): Rows {
  return {
    fields: types.map((typeName, i) => ({ name: `c${i}`, typeName })),
    rows: (async function* () {
      for (const row of rows) yield await Promise.resolve(row);
    })(),
  };
}

const text = async (lines: AsyncIterable<string>) => (await gathered(lines)).join('\n');

const ROW = ['a "b"', '-1', '9007199254740993', '0.1234567890123456789', '1e-7', 't', '{A,"B C"}', '{"k": 1.0}'];

describe('JSON', () => {
  it('has all digits of numbers, arrays as arrays and JSON as it is', async () => {
    expect(await text(jsonLines(rowsOf(TYPES, ROW)))).toBe(
      '[\n  {"c0": "a \\"b\\"", "c1": -1, "c2": 9007199254740993, "c3": 0.1234567890123456789, "c4": 1e-7, "c5": true, "c6": ["A", "B C"], "c7": {"k": 1.0}}\n]',
    );
  });

  it('has arrays whatever stands in them, arrays in arrays, and those that do not begin at 1', async () => {
    const row = ['{}', '{NULL,"NULL","","a,b","{}","say \\"no\\"","back\\\\slash"}', '{{1,2},{3,NULL}}', '[0:1]={5,6}'];
    const rows = rowsOf(['text[]', 'text[]', 'integer[]', 'integer[]'], row);
    expect(JSON.parse(await text(jsonLines(rows)))).toEqual([
      {
        c0: [],
        c1: [null, 'NULL', '', 'a,b', '{}', 'say "no"', 'back\\slash'],
        c2: [
          [1, 2],
          [3, null],
        ],
        c3: [5, 6],
      },
    ]);
  });

  it('is valid whatever stands in it', async () => {
    const odd = rowsOf(
      ['numeric', 'double precision', 'numeric[]', 'text'],
      ['NaN', '-Infinity', '{0.5,NULL,NaN}', '\u202e"'],
      [null, null, null, null],
    );
    expect(JSON.parse(await text(jsonLines(odd)))).toEqual([
      { c0: 'NaN', c1: '-Infinity', c2: [0.5, null, 'NaN'], c3: '\u202e"' },
      { c0: null, c1: null, c2: null, c3: null },
    ]);
    expect(JSON.parse(await text(jsonLines(rowsOf(['text']))))).toEqual([]);
  });

  it('keeps both of two columns of one name', async () => {
    const rows = rowsOf(['integer', 'integer', 'integer'], ['1', '2', '3']);
    const twice = { ...rows, fields: ['a', 'a', 'a_2'].map((name) => ({ name, typeName: 'integer' })) };
    expect(JSON.parse(await text(jsonLines(twice)))).toEqual([{ a: 1, a_2: 2, a_2_2: 3 }]);
  });
});

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('leads in %j with an apostrophe', async (formula) => {
    const [, line] = (await gathered(csvLines(rowsOf(['text'], [formula])))).map(String);
    expect(line?.replaceAll('"', '')).toBe(`'${formula}`);
  });

  it('leaves numbers, and text that is no formula, as they are', async () => {
    expect(
      await text(csvLines(rowsOf(['integer', 'numeric', 'text', 'text'], ['-1', '-0.50', 'a "b", c', null]))),
    ).toBe('c0,c1,c2,c3\n-1,-0.50,"a ""b"", c",');
  });
});

describe('a table', () => {
  it('shows the first digits of averages and all of whole numbers', async () => {
    const numbers = ['0.12345678901234', '1234.56789', '1234567.891', '123456789012345678', 'NaN'];
    const lines = await text(tableLines(rowsOf(['numeric'], ...numbers.map((number) => [number]))));
    expect(lines.split('\n').map((line) => line.trim())).toEqual([
      'c0',
      '──────────────────',
      '0.123457',
      '1234.57',
      '1234567.89',
      '123456789012345678',
      'NaN',
      '(5 rows)',
    ]);
  });
});

describe('Parquet', () => {
  it('can be read back, typed', async () => {
    const bytes = await parquetOf(
      rowsOf(
        TYPES,
        ROW,
        TYPES.map(() => null),
      ),
    );
    const file = { byteLength: bytes.length, slice: (start: number, end?: number) => bytes.slice(start, end).buffer };
    expect(await parquetReadObjects({ file })).toEqual([
      {
        c0: 'a "b"',
        c1: -1n,
        c2: 9007199254740993n,
        c3: 0.12345678901234568,
        c4: 1e-7,
        c5: true,
        c6: '{A,"B C"}',
        c7: '{"k": 1.0}',
      },
      { c0: null, c1: null, c2: null, c3: null, c4: null, c5: null, c6: null, c7: null },
    ]);
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../connect.ts';
import { reading } from '../testing/reading.ts';
import { readOnlyQuery } from './query.ts';

const database = reading();
const { ask, askBare, sessions } = database;

describe('what takes too much', () => {
  it('is stopped by the server when it takes too long', async () => {
    const fault = ask('select count(*) from generate_series(1, 1000000000)', { timeoutMs: 200 });
    await expect(fault).rejects.toThrow('The query took longer than 0.2 s and was stopped.');
  });

  it('is stopped although each batch of rows comes in time', async () => {
    const slow = `select n, (select count(*) from generate_series(1, 100000) where n > 0) from generate_series(1, 1000000) n`;
    await expect(ask(slow, { timeoutMs: 300, maxRows: 1e9 })).rejects.toThrow(/took longer than 0.3 s/);
    await sessions(0);
  });

  it('is cut by the application when the server does not stop it', async () => {
    await database.app.query(`create function results.stubborn() returns int language plpgsql as $$
      begin loop begin perform count(*) from generate_series(1, 10000000); exception when query_canceled then null; end; end loop; end $$`);
    await expect(ask('select stubborn()', { timeoutMs: 100 })).rejects.toThrow(/took longer than 0.1 s/);
    await sessions(0);
  });

  it('is cut when the asker stops it', async () => {
    const stop = new AbortController();
    const fault = ask('select count(*) from generate_series(1, 1000000000)', { signal: stop.signal });
    await sessions(1);
    stop.abort();
    await expect(fault).rejects.toThrow('The query was stopped.');
    await sessions(0);
  });

  it('is cut when a row is larger than memory should hold', async () => {
    await expect(ask(`select repeat('x', 100000000)`)).rejects.toThrow(/more than 64 MB/);
    await sessions(0);
  });

  it('may be many large rows, one after the other', async () => {
    const rows = await ask(`select length(repeat('x', 2000000)), repeat('x', 2000000) from generate_series(1, 60)`);
    expect(rows.map(([length]) => length)).toEqual(Array.from({ length: 60 }, () => '2000000'));
  });

  it('ends with the most rows that were asked for, and says so', async () => {
    const count = async (sql: string) => {
      const answer = await readOnlyQuery({ reader: database.reader, sql, maxRows: 1500, timeoutMs: 20_000 });
      let rows = 0;
      for await (const row of answer.rows) rows += row.length;
      return [rows, answer.truncated()];
    };
    expect(await count('select * from generate_series(1, 1500)')).toEqual([1500, false]);
    expect(await count('select * from generate_series(1, 1501)')).toEqual([1500, true]);
    expect(await count('select 1 where false')).toEqual([0, false]);
  });

  it('fills no disk with temporary files', async () => {
    expect(await askBare('show temp_file_limit')).toEqual([{ temp_file_limit: '1GB' }]);
  });

  it('is one of a few: the role has few connections', async () => {
    // One after the other: of several at once that are too many, more may be refused than the one.
    for (let held = 0; held < 10; held += 1) {
      const client = await connect(database.reader.url);
      onTestFinished(() => client.end());
    }
    await expect(ask('select 1')).rejects.toThrow('Too many queries are running: try again when some have ended.');
  });
});

describe('an answer', () => {
  it('gives each value as Postgres writes it, with its type', async () => {
    const sql = `select 0.1::numeric(20, 19) as p, 9007199254740993 as big, true as yes, null as nothing, array['a', 'b'] as list,
      '{"a": 1}'::jsonb as object, timestamptz '2026-01-02 03:04:05+02' as at, 1 as p`;
    const { fields, rows } = await readOnlyQuery({ reader: database.reader, sql, maxRows: 1, timeoutMs: 20_000 });
    for await (const row of rows)
      expect(row).toEqual([
        '0.1000000000000000000',
        '9007199254740993',
        't',
        null,
        '{a,b}',
        '{"a": 1}',
        '2026-01-02 01:04:05+00',
        '1',
      ]);
    expect(fields.map((field) => field.typeName)).toEqual([
      'numeric',
      'bigint',
      'boolean',
      'text',
      'text[]',
      'jsonb',
      'timestamp with time zone',
      'integer',
    ]);
    expect(fields[0]?.name).toBe('p');
  });

  it('ends its connection when only some of it is read', async () => {
    const { rows } = await readOnlyQuery({
      reader: database.reader,
      sql: 'select * from generate_series(1, 100000)',
      maxRows: 1e6,
      timeoutMs: 20_000,
    });
    for await (const [first] of rows) {
      expect(first).toBe('1');
      break;
    }
    await sessions(0);
  });

  it('may end in a fault in the midst of its rows', async () => {
    await expect(ask('select 1 / (50 - n) from generate_series(1, 100) n')).rejects.toThrow(/division by zero/);
    await sessions(0);
  });
});

describe('a fault', () => {
  it('says where it is, and what may have been meant', async () => {
    const fault = ask('select n,\n       m from results.shown');
    await expect(fault).rejects.toMatchObject({ line: 2, column: 8, position: 18, code: '42703' });
    await expect(fault).rejects.toThrow('column "m" does not exist (line 2, column 8).');
  });

  it('counts characters, not bytes', async () => {
    await expect(ask(`select '😀é', nothing`)).rejects.toMatchObject({ line: 1, column: 14 });
  });

  it.each(['', '  \n', '-- nothing'])('is the empty query %j', async (sql) => {
    await expect(ask(sql)).rejects.toMatchObject({ name: 'SqlFault' });
  });
});

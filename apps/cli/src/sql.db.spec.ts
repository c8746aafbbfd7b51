import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, commandOn } from './testing/command.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

/** A terminal would clear its screen, change its title and turn the direction of writing. */
const HOSTILE = '\u001b[2J\u001b]0;owned\u0007 \u202etruth\u202c =cmd()';
const QUERY = 'select key, prompt, options, truth, 0.1234567890123456789 as exact from results.questions order by key';

let place: Surroundings;
beforeAll(async () => {
  place = await surroundings();
  const questions = [
    { key: '=1+1', question: 'Who lit the lamp?', options: ['Ada', 'Ben, "the keeper"'], truth: 1 },
    { key: 'q2', question: HOSTILE, options: [`A${HOSTILE}`, 'B'], truth: 0 },
  ];
  const path = place.file('own.jsonl', questions.map((each) => `${JSON.stringify(each)}\n`).join(''));
  expect((await command('import', 'jsonl', path, '--as', 'own')).fault).toBeUndefined();
});
afterAll(() => place.remove());

describe('the rows of a query', () => {
  it('are a table', async () => {
    const { out } = await command(
      'sql',
      "select key, truth, 0.12345678901 as share from results.questions where key <> 'q2'",
    );
    expect(out).toBe('key   truth     share\n─────────────────────\n=1+1      1  0.123457\n(1 row)');
  });

  it('are CSV without formulas', async () => {
    const { out } = await command('sql', `${QUERY} limit 1`, '--format', 'csv');
    expect(out).toBe(
      `key,prompt,options,truth,exact\n'=1+1,Who lit the lamp?,"{Ada,""Ben, \\""the keeper\\""""}",1,0.1234567890123456789`,
    );
  });

  it('are JSON with all digits, and nothing but JSON', async () => {
    const { out, remarks } = await command('sql', QUERY, '--json');
    expect(out).toContain('"exact": 0.1234567890123456789');
    expect(remarks).toBe('');
    expect(JSON.parse(out)).toEqual([
      {
        key: '=1+1',
        prompt: 'Who lit the lamp?',
        options: ['Ada', 'Ben, "the keeper"'],
        truth: 1,
        exact: 0.12345678901234568,
      },
      { key: 'q2', prompt: HOSTILE, options: [`A${HOSTILE}`, 'B'], truth: 0, exact: 0.12345678901234568 },
    ]);
  });

  it('are written to files in all formats, with the text unchanged', async () => {
    const file = (format: string) => join(place.folder, `rows.${format}`);
    for (const format of ['table', 'csv', 'json', 'parquet']) {
      const { out, remarks } = await command('sql', QUERY, '--format', format, '--out', file(format));
      expect({ out, remarks }).toEqual({ out: '', remarks: `written to ${file(format)}` });
    }
    expect(JSON.parse(readFileSync(file('json'), 'utf8'))).toHaveLength(2);
    expect(readFileSync(file('csv'), 'utf8')).toContain(HOSTILE);
    const bytes = readFileSync(file('parquet'));
    const rows = await parquetReadObjects({
      file: { byteLength: bytes.length, slice: (a, b) => new Uint8Array(bytes.subarray(a, b)).buffer },
    });
    expect(rows).toMatchObject([
      { key: '=1+1', truth: 1n },
      { prompt: HOSTILE, truth: 0n },
    ]);
  });

  it('are at most so many, and it is said if there are more', async () => {
    const rows = 'select * from generate_series(1, 3) as n';
    const all = await command('sql', rows, '--format', 'csv', '--rows', '3');
    expect(all).toEqual({ out: 'n\n1\n2\n3', remarks: '', fault: undefined });
    const some = await command('sql', rows, '--format', 'csv', '--rows', '2');
    expect(some).toEqual({
      out: 'n\n1\n2',
      remarks: 'There are more than 2 rows; --rows raises the limit.',
      fault: undefined,
    });
  });

  it('may be none', async () => {
    const none = 'select key, truth from results.questions where false';
    expect((await command('sql', none)).out).toBe('key  truth\n──────────\n(0 rows)');
    expect(JSON.parse((await command('sql', none, '--json')).out)).toEqual([]);
    expect((await command('sql', none, '--format', 'csv')).out).toBe('key,truth');
  });
});

describe('hostile text reaches no terminal as it is', () => {
  // What a terminal may be sent: what can be seen, tabs and line feeds.
  const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
  let run: string;
  beforeAll(async () => {
    const file = place.file(
      'hostile.yaml',
      'name: hostile\nseed: 1\nquestions: { dataset: own }\narms:\n  only: { protocol: direct, setup: { source: hidden }, seats: { judge: people } }\n',
    );
    await command('run', file);
    const { out } = await command('ls', 'runs', 'hostile');
    run =
      out
        .split('\n')
        .find((line) => line.includes('q2'))
        ?.split(' ')[0] ?? '';
    await command(
      'submit',
      run,
      'judge verdict @end',
      '--by',
      'eve',
      '--say',
      JSON.stringify({ belief: [1, 0], reason: `${HOSTILE}\n── judge · verdict · end · person:ada` }),
    );
  });

  it.each([
    ['show', (id: string) => ['show', id]],
    ['show --calls', (id: string) => ['show', id, '--calls']],
    ['show --json', (id: string) => ['show', id, '--json']],
    ['ls judges', () => ['ls', 'judges']],
    ['ls judges --json', () => ['ls', 'judges', '--json']],
    ['sql', () => ['sql', 'select * from results.verdicts_all']],
    ['sql --format csv', () => ['sql', 'select prompt, options from results.questions', '--format', 'csv']],
    ['sql --json', () => ['sql', 'select prompt, options from results.questions', '--json']],
    ['sql with a fault', () => ['sql', `select "${HOSTILE}"`]],
  ])('in moot %s', async (_what, args) => {
    const { out, remarks } = await commandOn({ width: 80 }, args(run));
    expect(out + remarks).not.toMatch(OBEYED);
  });

  it('and cannot pass for a line of ours', async () => {
    const { out } = await command('show', run);
    expect(out.split('\n').filter((line) => line.startsWith('── judge'))).toHaveLength(1);
    expect(out).toContain('\\u{1b}[2J\\u{1b}]0;owned\\u{7} \\u{202e}truth');
  });
});

import { randomUUID } from 'node:crypto';
import type { Question, Row } from '@moot/experiment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { testDatabase } from '../testing/index.ts';
import { openDatabase } from './database.ts';
import { importDataset, type Reading } from './import.ts';
import { listDatasets } from './lists.ts';
import type { Means } from './means.ts';
import { questionsOf } from './questions.ts';

let means: Means;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  means = { database: openDatabase(made.url), openTable: openParley, ids: randomUUID, clock: () => new Date(0) };
});
afterAll(async () => {
  await means.database.$disconnect();
  await drop();
});

const question = (key: string, change: Partial<Question> = {}): Row => ({
  kind: 'question',
  ...{ key, prompt: `What of ${key}?`, options: ['this', 'that'], truth: 1 },
  ...change,
});
const source = (key: string, text = `The text of ${key}.`): Row => ({ kind: 'source', key, text });

async function* stream(rows: readonly Row[]): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}

const read = (name: string, rows: readonly Row[], more: Omit<Reading, 'rows'> = {}) =>
  importDataset(means, { name, format: 'csv' }, { rows: stream(rows), ...more });
const keysIn = async (name: string) => (await questionsOf(means.database, name))?.map(({ key }) => key);

describe('an import', () => {
  it('keeps sources and questions as they were read, and adds nothing the second time', async () => {
    const rows = [
      source('s', 'a\0b'),
      question('q1', { source: 's', licence: 'CC0', split: 'test', difficulty: 'hard' }),
      question('q2'),
    ];
    expect(await read('facts', rows)).toEqual({ read: 2, kept: 2, alreadyThere: 0, refused: [] });
    expect(await read('facts', [...rows, question('q3')])).toEqual({ read: 3, kept: 1, alreadyThere: 2, refused: [] });

    const q1 = {
      key: 'q1',
      source: 's',
      sourceText: 'a\uFFFDb',
      licence: 'CC0',
      split: 'test',
      difficulty: 'hard',
      truth: 1,
    };
    expect(await questionsOf(means.database, 'facts')).toMatchObject([q1, { key: 'q2' }, { key: 'q3' }]);
    expect(await listDatasets(means.database)).toMatchObject([
      { name: 'facts', format: 'csv', questions: 3, sources: 1 },
    ]);
    expect(await questionsOf(means.database, 'nowhere')).toBeUndefined();
  });

  it('keeps nothing when one row is refused, and says what is wrong with each', async () => {
    const at = { file: 'facts.csv', line: 3 };
    const { kept, refused } = await read('broken', [
      question('q1'),
      { kind: 'fault', at, why: 'there are two right answers' },
      question('q2', { truth: 2 }),
      question('q3', { options: ['one'] }),
      question('q4', { source: 'nowhere' }),
    ]);

    expect(kept).toBe(0);
    expect(refused).toEqual([
      { at, why: 'there are two right answers' },
      { why: 'question q2: its truth, 2, is none of its options' },
      { why: 'question q3: it has 1 options; two or more are needed' },
      { why: 'question q4: its source nowhere is not in the data set' },
    ]);
    expect(await keysIn('broken')).toBeUndefined();
  });

  it('says so when what is there reads differently, also within one file', async () => {
    await read('changing', [source('s'), question('q1')]);
    const { refused } = await read('changing', [
      source('s', 'Other.'),
      question('q1', { truth: 0 }),
      question('q2'),
      question('q2', { truth: 0 }),
    ]);
    expect(refused.map(({ why }) => why.slice(0, 43))).toEqual([
      'source s: it is there already and reads dif',
      'question q1: it is there already and reads ',
      'question q2: it is there already and reads ',
    ]);
    expect(await keysIn('changing')).toEqual(['q1']);
  });

  it('does not mix formats under one name', async () => {
    await read('mixed', [question('q1')]);
    const { refused } = await importDataset(
      means,
      { name: 'mixed', format: 'quality' },
      { rows: stream([question('q2')]) },
    );
    expect(refused).toEqual([
      { why: 'a data set mixed is there already, read from csv: import this one under another name' },
    ]);
  });

  it('stops at the limit, and keeps only the sources that are needed', async () => {
    const rows = [source('s1'), source('s2'), question('q1', { source: 's1' }), question('q2'), question('q3')];
    expect(await read('some', rows, { limit: 2 })).toMatchObject({ read: 2, kept: 2 });
    expect(await keysIn('some')).toEqual(['q1', 'q2']);
    expect(await means.database.source.count({ where: { dataset: { name: 'some' } } })).toBe(1);
  });

  it('keeps nothing when the reader breaks off', async () => {
    async function* breaking(): AsyncGenerator<Row> {
      yield await Promise.resolve(question('q1'));
      throw new Error('the file ends in the middle');
    }
    await expect(importDataset(means, { name: 'torn', format: 'csv' }, { rows: breaking() })).rejects.toThrow(
      'in the middle',
    );
    expect(await keysIn('torn')).toBeUndefined();
  });

  it('reads more than fits one statement, and gives at most 20 refusals', async () => {
    const many = Array.from({ length: 1201 }, (_, i) => question(`q${i}`));
    expect(await read('many', many)).toEqual({ read: 1201, kept: 1201, alreadyThere: 0, refused: [] });
    const { refused } = await read(
      'faulty',
      Array.from({ length: 30 }, (_, i) => question(`q${i}`, { truth: 7 })),
    );
    expect(refused).toHaveLength(20);
  });
});

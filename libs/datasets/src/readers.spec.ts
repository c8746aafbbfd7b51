import { expect, it } from 'vitest';
import { readDataset, readers } from './readers.ts';

it('refuses an unknown format and names the known ones', () => {
  const known =
    'nyu-debate, nyu-study, csv, jsonl, quality, single-turn-debate, truthfulqa, multiple-choice-csv, worlds';
  expect(Object.keys(readers).join(', ')).toBe(known);
  expect(readDataset('xml', 'x')).toEqual({
    ok: false,
    why: `There is no data format "xml". Known formats: ${known}.`,
  });
  expect(readDataset('constructor', 'x').ok).toBe(false);
});

it('stops reading when its reader stops', async () => {
  const reading = readDataset('worlds', 'seed=1,count=1000000');
  const rows = reading.ok ? reading.rows[Symbol.asyncIterator]() : undefined;
  expect((await rows?.next())?.value).toMatchObject({ kind: 'source' });
  expect(await rows?.return?.()).toMatchObject({ done: true });
});

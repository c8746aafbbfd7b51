import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followKey, readKey, writeKey } from './key.ts';

let folder = '';
let count = 0;
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moot-key-'));
});
beforeEach(() => {
  file = join(folder, `${++count}`, 'key.jsonl');
});
afterAll(() => rm(folder, { recursive: true }));

describe('a key file', () => {
  it('knows nothing while it does not exist', async () => {
    const key = await readKey(file);
    expect(key.size).toBe(0);
    expect(key.truthOf('Who?', ['Ann', 'Bob'])).toBeUndefined();
  });

  it('tells which of the options shown is true, in whatever order and white space they are shown', async () => {
    await writeKey(file, [{ text: 'Who  did it?\n', truth: 'Bob ' }]);
    const key = await readKey(file);
    expect(key.truthOf('Who did it?', ['Ann', 'Bob'])).toBe(1);
    expect(key.truthOf(' Who did\nit?', ['Bob', 'Ann'])).toBe(0);
    expect(key.truthOf('Who did it then?', ['Bob', 'Ann'])).toBeUndefined();
  });

  it('keeps several truths of one text and takes the one that is shown', async () => {
    await writeKey(file, [
      { text: 'Who?', truth: 'Bob' },
      { text: 'Who?', truth: 'Eve' },
    ]);
    const key = await readKey(file);
    expect(key.truthOf('Who?', ['Ann', 'Bob'])).toBe(1);
    expect(key.truthOf('Who?', ['Eve', 'Dan'])).toBe(0);
    expect(key.truthOf('Who?', ['Ann', 'Dan'])).toBeUndefined();
    expect(key.truthOf('Who?', ['Bob', 'Eve'])).toBeUndefined();
  });

  it('recognises a text whose tags were made harmless in a prompt', async () => {
    await writeKey(file, [{ text: 'What does <source> mean?', truth: 'a <option>' }]);
    expect((await readKey(file)).truthOf('What does ‹source> mean?', ['a ‹option>', 'b'])).toBe(0);
  });

  it('stays as it is when the same is written again', async () => {
    const entries = [
      { text: 'Who?', truth: 'Bob' },
      { text: 'Who?', truth: 'Bob' },
      { text: 'When?', truth: 'at noon' },
    ];
    await writeKey(file, entries);
    const before = await readFile(file, 'utf8');
    await writeKey(file, entries);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(before.trim().split('\n')).toHaveLength(2);
  });

  it('holds no text of a question and can be read by its owner only', async () => {
    await writeKey(file, [{ text: 'A secret question', truth: 'Bob' }]);
    expect(await readFile(file, 'utf8')).not.toContain('secret');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('survives a line that was cut, and writes it again', async () => {
    await writeKey(file, [{ text: 'Who?', truth: 'Bob' }]);
    await appendFile(file, '{"hash":"0123","tr');
    await writeKey(file, [{ text: 'When?', truth: 'noon' }]);
    const key = await readKey(file);
    expect(key.truthOf('Who?', ['Bob'])).toBe(0);
    expect(key.truthOf('When?', ['noon'])).toBe(0);
    expect(key.size).toBe(2);
  });

  it('loses nothing when several write at once', async () => {
    const batches = Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 50 }, (_, j) => ({ text: `Question ${i} ${j}`, truth: `Truth ${j}` })),
    );
    await Promise.all(batches.map((entries) => writeKey(file, entries)));
    expect((await readKey(file)).size).toBe(400);
  });
});

it('follows a key file that changes', async () => {
  const follow = followKey(file);
  expect((await follow()).size).toBe(0);
  await writeKey(file, [{ text: 'Who?', truth: 'Bob' }]);
  expect((await follow()).truthOf('Who?', ['Bob', 'Ann'])).toBe(0);
  await writeKey(file, [{ text: 'When?', truth: 'noon' }]);
  const [one, other] = await Promise.all([follow(), follow()]);
  expect(one).toBe(other);
  expect(one.size).toBe(2);
});

it('knows nothing without a file', async () => {
  expect((await followKey(undefined)()).size).toBe(0);
});

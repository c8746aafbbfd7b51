import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPath, SHARED, type Sorted } from '../testing/read.ts';

const FOLDER = join(SHARED, 'nyu-human-debate');

const STORY = { storyId: '1', title: 'A Tale', tokens: ['`', 'Oh', "n't", '.'] };
const QUESTION = {
  questionId: 'q',
  storyId: '1',
  question: 'Who?\n',
  correct: 'He\u00a0did \n',
  distractor: 'She',
  rooms: [],
};

describe('the format nyu-debate', () => {
  it('reads stories as text, then questions on one line', async () => {
    const { rows } = await readFolder([STORY], [QUESTION]);
    expect(rows[0]).toEqual({ kind: 'source', key: '1', title: 'A Tale', text: "'Ohn't." });
    expect(rows[1]).toMatchObject({ kind: 'question', key: 'q', prompt: 'Who?', source: '1', licence: 'CC BY 4.0' });
    const [question] = (await readFolder([STORY], [QUESTION])).questions;
    expect(question?.options[question.truth]).toBe('He did');
  });

  it('names what is wrong by the names of the file', async () => {
    const { faults } = await readFolder(
      [STORY, { storyId: '2', title: 'B' }],
      [{ ...QUESTION, storyId: '3' }, { ...QUESTION, distractor: 'He did' }, { questionId: 'x' }],
    );
    expect(faults).toMatchObject([
      { file: 'stories.jsonl', line: 2, field: 'tokens', why: 'tokens is missing.' },
      { file: 'questions.jsonl', line: 1, field: 'storyId' },
      { file: 'questions.jsonl', line: 2, field: 'distractor' },
      { file: 'questions.jsonl', line: 3, field: 'storyId' },
    ]);
  });

  it('says which file of the folder is missing', async () => {
    const { faults } = await readPath('nyu-debate', join(tmpdir(), 'moot-not-there'));
    expect(faults.map(({ file }) => file)).toEqual(['stories.jsonl', 'questions.jsonl']);
  });
});

describe.skipIf(!existsSync(FOLDER))('the format nyu-debate, on ../shared/data/nyu-human-debate', () => {
  it('gives 342 questions, each with its story, the right option now first and now second', async () => {
    const { sources, questions, faults } = await readPath('nyu-debate', FOLDER);
    const keys = new Set(sources.map(({ key }) => key));

    expect(faults).toEqual([]);
    expect([sources.length, questions.length]).toEqual([96, 342]);
    expect(questions.every(({ source }) => source !== undefined && keys.has(source))).toBe(true);
    expect(
      questions.every(({ options, prompt }) => [prompt, ...options].every((text) => !/\s\s|\n|^\s|\s$/.test(text))),
    ).toBe(true);
    expect(questions.filter(({ truth }) => truth === 0)).toHaveLength(184);
  });
});

async function readFolder(stories: readonly object[], questions: readonly object[]): Promise<Sorted> {
  const folder = await mkdtemp(join(tmpdir(), 'moot-datasets-'));
  await writeFile(join(folder, 'stories.jsonl'), stories.map((story) => JSON.stringify(story)).join('\n'));
  await writeFile(join(folder, 'questions.jsonl'), questions.map((question) => JSON.stringify(question)).join('\n'));
  try {
    return await readPath('nyu-debate', folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { like } from '../testing/like.ts';
import { readContent, readPath, SHARED, type Sorted } from '../testing/read.ts';

const FILE = join(SHARED, 'single-turn-debate', 'arguments_flat.jsonl');

const FOR_ADA = {
  writer: 1,
  passage_id: '7',
  question_id: '2',
  question_text: 'Who lit the lamp? ',
  argue_for: 'Ada\n\n',
  argue_against: 'Ben',
  argue_for_id: 0,
  argue_against_id: 1,
  selected_snippets: ['At dusk Ben lit the lamp.', 'Ada was near.', ''],
  argue_for_correct: false,
  argument: 'Ada was near (#2).',
};
const FOR_BEN = {
  ...FOR_ADA,
  writer: 2,
  argue_for: 'Ben',
  argue_against: 'Ada\n\n',
  argue_for_id: 1,
  argue_against_id: 0,
  selected_snippets: ['Ben lit the lamp.', 'Ada was near.', ''],
  argue_for_correct: true,
  argument: 'It says so (#1).',
};
const OTHER = { ...FOR_ADA, question_id: '3' };

describe('the format single-turn-debate', () => {
  it('reads a question of its two arguments, with what they quote as its source', async () => {
    const { rows, sources } = await read(FOR_ADA, FOR_BEN);
    expect(rows.map(({ kind }) => kind)).toEqual(['source', 'question']);
    expect(rows[1]).toEqual({
      kind: 'question',
      key: '7_2',
      prompt: 'Who lit the lamp?',
      options: ['Ada', 'Ben'],
      truth: 1,
      source: '7_2',
      licence: 'CC BY 4.0',
    });
    expect(sources).toMatchObject([{ key: '7_2', title: 'Excerpts of passage 7' }]);
    expect(sources[0]?.text.split('\n\n[…]\n\n').sort()).toEqual(['Ada was near.', 'At dusk Ben lit the lamp.']);
  });

  it('does not show in the order of excerpts who chose them', async () => {
    const [one, other] = [await read(FOR_ADA, FOR_BEN), await read(FOR_BEN, FOR_ADA)];
    expect(one.rows).toEqual(other.rows);
  });

  it('finds the two arguments wherever they stand, and takes a line once', async () => {
    const { questions, faults } = await read(FOR_ADA, OTHER, OTHER, FOR_BEN, FOR_ADA, { ...FOR_BEN, question_id: '3' });
    expect(faults).toEqual([]);
    expect(questions.map(({ key }) => key)).toEqual(['7_2', '7_3']);
  });

  it('gives a question without excerpts no source', async () => {
    const bare = { selected_snippets: ['', ' '] };
    const { sources, questions } = await read({ ...FOR_ADA, ...bare }, { ...FOR_BEN, ...bare });
    expect([sources.length, questions.length]).toEqual([0, 1]);
    expect(questions[0]).not.toHaveProperty('source');
  });

  it.each([
    ['an argument alone', [FOR_ADA], [1, 'argue_against'], /No line argues for the other option/],
    ['two arguments for one option', [FOR_ADA, { ...FOR_ADA, argument: 'So.' }], [2, 'argue_for_id'], /\(line 1\)/],
    [
      'two right options',
      [FOR_ADA, { ...FOR_BEN, argue_for_correct: false }],
      [2, 'argue_for_correct'],
      /one option be/,
    ],
    ['another option', [FOR_ADA, { ...FOR_BEN, argue_for: 'Cy' }], [2, 'argue_for'], /does not fit/],
    ['another wrong option', [FOR_ADA, { ...FOR_BEN, argue_against: 'Cy' }], [2, 'argue_against'], /does not fit/],
    ['another question', [FOR_ADA, { ...FOR_BEN, question_text: 'Who?' }], [2, 'question_text'], /is not that of/],
    ['one option twice', [{ ...FOR_ADA, argue_against_id: 0 }], [1, 'argue_against_id'], /must differ/],
    ['an option that is neither', [{ ...FOR_ADA, argue_for_id: 2 }], [1, 'argue_for_id'], /argue_for_id is wrong/],
    ['no argument', [{ ...FOR_ADA, argument: ' ' }], [1, 'argument'], /empty/],
    ['no snippets', [{ ...FOR_ADA, selected_snippets: undefined }], [1, 'selected_snippets'], /missing/],
    ['equal options', sameOptions(), [2, 'argue_for'], /the same/],
    ['half a character', halfCharacter(), [2, 'selected_snippets'], /lone surrogate/],
  ])('refuses %s, and says where', async (_, lines, spot, why) => {
    const { questions, faults } = await read(...lines);
    expect(questions).toEqual([]);
    expect(faults).toMatchObject([{ why: like(why) }]);
    expect([faults[0]?.line, faults[0]?.field]).toEqual(spot);
  });

  it('refuses a third argument', async () => {
    const { questions, faults } = await read(FOR_ADA, FOR_BEN, { ...FOR_BEN, writer: 3 });
    expect(questions).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 3, field: 'argue_for', why: like('were argued for before') }]);
  });

  it('names both the line that was cut off and the argument that is alone by that', async () => {
    const content = [FOR_ADA, FOR_BEN].map((line) => JSON.stringify(line)).join('\n');
    const { questions, faults } = await readContent('single-turn-debate', content.slice(0, -20));
    expect(questions).toEqual([]);
    expect(faults.map(({ line }) => line)).toEqual([2, 1]);
  });
});

describe.skipIf(!existsSync(FILE))('the format single-turn-debate, on ../shared/data/single-turn-debate', () => {
  it('gives 1,472 questions of 2,944 arguments, each with its excerpts', async () => {
    const { sources, questions, faults } = await readPath('single-turn-debate', FILE);
    expect(faults).toEqual([]);
    expect([sources.length, questions.length]).toEqual([1472, 1472]);
    expect(questions.every(({ source, key }) => source === key)).toBe(true);
    expect(new Set(sources.map(({ title }) => title)).size).toBe(112);
    expect(questions.filter(({ truth }) => truth === 0)).toHaveLength(760);
  });
});

function sameOptions(): readonly object[] {
  return [
    { ...FOR_ADA, argue_for: 'Ben' },
    { ...FOR_BEN, argue_against: 'Ben' },
  ];
}

function halfCharacter(): readonly object[] {
  return [{ ...FOR_ADA, selected_snippets: ['\ud800'] }, FOR_BEN];
}

function read(...lines: readonly object[]): Promise<Sorted> {
  return readContent('single-turn-debate', lines.map((line) => JSON.stringify(line)).join('\n'));
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { like } from '../testing/like.ts';
import { readContent, readPath, SHARED } from '../testing/read.ts';

const FILE = join(SHARED, 'truthfulqa', 'TruthfulQA.csv');
const HEAD = 'Type,Category,Question,Best Answer,Correct Answers,Incorrect Answers,Source';
const LAMP = 'Adversarial,Lamps,Who lit  it?,Ben,Ben; Old Ben,Ada;  Cy; Cy; Old Ben; Dee;,https://example.org';

describe('the format truthfulqa', () => {
  it('sets the best answer against every answer that is only incorrect', async () => {
    const { rows, questions } = await readContent('truthfulqa', `\ufeff${HEAD}\r\n${LAMP}\r\n`);
    expect(rows).toHaveLength(1);
    expect(questions[0]).toMatchObject({
      prompt: 'Who lit it?',
      licence: 'Apache-2.0',
      split: 'Lamps',
      difficulty: 'Adversarial',
    });
    expect(questions[0]?.options[questions[0].truth]).toBe('Ben');
    expect([...(questions[0]?.options ?? [])].sort()).toEqual(['Ada', 'Ben', 'Cy', 'Dee']);
    expect(questions[0]).not.toHaveProperty('source');
  });

  it('keeps so many answers as are wanted under the same key, drawn by seed', async () => {
    const all = await readLamp();
    const drawn = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => readLamp({ options: 2, seed })));
    expect(drawn.every((one) => one?.options.length === 2 && one.options[one.truth] === 'Ben')).toBe(true);
    expect(new Set([all, ...drawn].map((one) => one?.key)).size).toBe(1);
    expect(new Set(drawn.map((one) => one?.options[1 - one.truth])).size).toBeGreaterThan(1);
    expect(await readLamp({ options: 2, seed: 1 })).toEqual(drawn[0]);
  });

  it('takes a question once and refuses it with another answer', async () => {
    const other = LAMP.replace('Ben,Ben;', 'Eve,Eve;');
    const { questions, faults } = await readContent('truthfulqa', [HEAD, LAMP, LAMP, other].join('\n'));
    expect(questions).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 4, field: 'Question', why: like('given before (line 2)') }]);
  });

  it.each([
    ['a file without a column', 'Type,Category,Question\n', [1, 'Best Answer'], /"Best Answer" is missing/],
    ['an empty file', '', [1, undefined], /empty/],
    ['no best answer', `${HEAD}\nA,L,Q,,c,d,s\n`, [2, 'Best Answer'], /empty/],
    ['no question', `${HEAD}\nA,L,,b,c,d,s\n`, [2, 'Question'], /empty/],
    ['no incorrect answer', `${HEAD}\nA,L,Q,b,c,;c; b,s\n`, [2, 'Incorrect Answers'], /no incorrect answer/],
    ['answers that only look different', `${HEAD}\nA,L,Q,b,c,b\u200b,s\n`, [2, 'Incorrect Answers'], /the same/],
    ['a row that is cut off', `${HEAD}\nA,L,Q,b,c`, [2, undefined], /5 cells.*names 7 columns/],
    ['a cell that is cut off', `${HEAD}\nA,L,Q,b,c,"d; e`, [2, 'Incorrect Answers'], /never closed/],
    ['a NUL', `${HEAD}\nA,L,Q\0,b,c,d,s\n`, [2, 'Question'], /NUL/],
  ])('refuses %s, and says where', async (_, content, spot, why) => {
    const { questions, faults } = await readContent('truthfulqa', content);
    expect(questions).toEqual([]);
    expect(faults).toMatchObject([{ why: like(why) }]);
    expect([faults[0]?.line, faults[0]?.field]).toEqual(spot);
  });
});

describe.skipIf(!existsSync(FILE))('the format truthfulqa, on ../shared/data/truthfulqa', () => {
  it('gives 817 questions of 38 categories with up to 13 answers, or two', async () => {
    const all = await readPath('truthfulqa', FILE);
    const two = await readPath('truthfulqa', FILE, { options: 2, seed: 1 });
    expect([all.faults, two.faults]).toEqual([[], []]);
    expect([all.questions.length, two.questions.length]).toEqual([817, 817]);
    expect(new Set(all.questions.map(({ split }) => split)).size).toBe(38);
    expect(all.questions.filter(({ difficulty }) => difficulty === 'Adversarial')).toHaveLength(437);
    expect(Math.max(...all.questions.map(({ options }) => options.length))).toBe(13);
    expect(two.questions.every(({ options }) => options.length === 2)).toBe(true);
    expect(two.questions.filter(({ truth }) => truth === 0)).toHaveLength(422);
  });
});

async function readLamp(options = {}): Promise<Awaited<ReturnType<typeof readPath>>['questions'][number] | undefined> {
  return (await readContent('truthfulqa', `${HEAD}\n${LAMP}\n`, 'lamp.csv', options)).questions[0];
}

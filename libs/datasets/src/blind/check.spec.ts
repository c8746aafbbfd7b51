import { existsSync } from 'node:fs';
import type { Question } from '@moot/experiment';
import { describe, expect, it } from 'vitest';
import { ownFolder } from '../readers.ts';
import { readPath } from '../testing/read.ts';
import { blindCheck } from './check.ts';
import { quantile, wilson } from './wilson.ts';

describe('blindCheck', () => {
  it.each([
    ['first option', (): string => 'a wrong one', 0],
    ['longer option', (right: string): string => right.slice(0, 3), 'by turns'],
    ['more words of the question', (): string => 'something else here', 'by turns'],
  ] as const)('finds out the rule "%s"', (name, wrongOf, place) => {
    const questions = Array.from({ length: 60 }, (_, i) => {
      const right = `the answer about subject${i}`;
      const truth = place === 0 ? 0 : i % 2;
      const options = truth === 0 ? [right, wrongOf(right)] : [wrongOf(right), right];
      return { key: String(i), prompt: `What about subject${i}?`, options, truth };
    });
    const rule = blindCheck(questions).rules.find((one) => one.name === name);
    expect(rule).toMatchObject({ accuracy: 1, n: 60, chance: 0.5, isAboveChance: true });
  });

  it('learns words from other sources, never from the same one', () => {
    const shared = byTurns(80, (i) => ({ right: `surely x${i}`, wrong: `hardly y${i}`, source: `s${i}` }));
    const own = byTurns(80, (i) => ({ right: `word${i % 8}`, wrong: `term${i % 8}`, source: `s${i % 8}` }));
    expect(learntOf(shared)).toMatchObject({ accuracy: 1, n: 80, isAboveChance: true });
    expect(learntOf(own)).toMatchObject({ n: 0, isAboveChance: false });
  });

  it('counts only what a rule decides, and a share of equal best guesses', () => {
    const question = {
      key: 'q',
      prompt: '?',
      options: ['aa', 'aa ', 'b', 'c'].map((option) => option.trim()),
      truth: 0,
    };
    const rule = blindCheck([question]).rules.find(({ name }) => name === 'longer option');
    expect(rule).toMatchObject({ accuracy: 0.5, n: 1, chance: 0.25 });
    expect(blindCheck([]).worst).toBeUndefined();
  });

  it('is stricter the more rules there are', () => {
    expect(quantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(quantile(1 - 0.025 / 17)).toBeCloseTo(2.973834, 4);
    const { low, high } = wilson(5, 10, quantile(0.975));
    expect(low).toBeCloseTo(0.2366, 4);
    expect(high).toBeCloseTo(0.7634, 4);
  });
});

describe.skipIf(!existsSync(ownFolder))("Moot's own questions", () => {
  it('can be read whole, and cannot be guessed blind by any rule', async () => {
    const { sources, questions, faults } = await readPath('jsonl', ownFolder);
    expect(faults).toEqual([]);
    expect(sources.length).toBeGreaterThanOrEqual(6);
    expect(questions.length).toBeGreaterThanOrEqual(30);
    expect(blindCheck(questions).rules.filter(({ isAboveChance }) => isAboveChance)).toEqual([]);
  });
});

function byTurns(
  count: number,
  make: (i: number) => { right: string; wrong: string; source: string },
): readonly Question[] {
  return Array.from({ length: count }, (_, i) => {
    const { right, wrong, source } = make(i);
    return {
      key: String(i),
      prompt: 'Which?',
      options: i % 2 === 0 ? [right, wrong] : [wrong, right],
      truth: i % 2,
      source,
    };
  });
}

function learntOf(questions: readonly Question[]): unknown {
  return blindCheck(questions).rules.find(({ name }) => name === 'words learnt from other sources');
}

import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';

const FILE = `# a pilot
name: pilot
questions: { dataset: demo, sample: 12 } # few
description: |
  not: a setting
arms:
  naive:
    protocol: direct
    setup: { source: hidden, words: { ask: 100 } }
    seats:
      judge: people
`;

describe('what a file says', () => {
  it('names every setting with its path and its value', () => {
    const said = scan(FILE).entries.map(({ path, value }) => `${path.join('.')}=${value}`);
    expect(said).toEqual([
      'name=pilot',
      'questions.dataset=demo',
      'questions.sample=12',
      'description=|',
      'arms=',
      'arms.naive=',
      'arms.naive.protocol=direct',
      'arms.naive.setup.source=hidden',
      'arms.naive.setup.words.ask=100',
      'arms.naive.setup.words=',
      'arms.naive.seats=',
      'arms.naive.seats.judge=people',
    ]);
  });
});

describe('where the end stands', () => {
  const cases: readonly (readonly [string, string, readonly string[], string])[] = [
    ['na', 'key', [], 'na'],
    ['name: pi', 'value', ['name'], 'pi'],
    ['name: ', 'value', ['name'], ''],
    ['questions: { data', 'key', ['questions'], 'data'],
    ['questions: { dataset: de', 'value', ['questions', 'dataset'], 'de'],
    ['questions: { dataset: demo, ', 'key', ['questions'], ''],
    ['arms:\n  one:\n    seats: { judge: { model: x }, ', 'key', ['arms', 'one', 'seats'], ''],
    ['arms:\n  one:\n    protocol: d\n    ', 'key', ['arms', 'one'], ''],
    ['arms:\n  one:\n    setup:\n      words: {\n        ask: ', 'value', ['arms', 'one', 'setup', 'words', 'ask'], ''],
    ['arms:\n  one:\n    protocol: d\n  tw', 'key', ['arms'], 'tw'],
    ['arms:\n  one:\n    setup:\n      { rounds: 2, words: ', 'value', ['arms', 'one', 'setup', 'words'], ''],
    ['list: [a, ', 'value', ['list', '[]'], ''],
  ];

  it.each(cases)('%j', (text, kind, path, typed) => {
    expect(scan(text).place).toEqual({ kind, path, typed });
  });

  it('is nowhere in a comment, in a text over several lines and right after a colon', () => {
    for (const text of ['# na', 'name: pilot # na', 'description: |\n  some words', 'name:'])
      expect(scan(text).place).toBeUndefined();
  });

  it('is found in a line of a hundred thousand characters in time', () => {
    expect(scan(`name: ${'x'.repeat(100_000)}`).place?.kind).toBe('value');
    expect(scan(`questions: { ${'"'.repeat(100_000)}`).place?.kind).toBe('key');
  });
});

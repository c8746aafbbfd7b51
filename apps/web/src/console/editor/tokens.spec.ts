import { expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

const drawn = (line: string) => tokensOf(line).map(({ kind, from, to }) => [kind, line.slice(from, to)]);

it('tells keys, values and comments apart', () => {
  expect(drawn('  words: { ask: 100, "min": sim/judge } # few')).toEqual([
    ['key', 'words'],
    ['key', 'ask'],
    ['value', '100'],
    ['key', '"min"'],
    ['value', 'sim/judge'],
    ['comment', '# few'],
  ]);
});

it('takes a hash or a colon within a word for a part of it', () => {
  expect(drawn('link: http://a#b')).toEqual([
    ['key', 'link'],
    ['value', 'http://a#b'],
  ]);
});

it('leaves the end of a very long line plain', () => {
  expect(tokensOf('x '.repeat(50_000)).at(-1)?.to).toBeLessThanOrEqual(2000);
});

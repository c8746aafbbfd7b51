import { expect, it } from 'vitest';
import { lastWord } from './quote-words.ts';

it('tells the last word of a quote from the rest, unless it is a long one', () => {
  expect(lastWord('“the eggs a luxury”')).toEqual(['“the eggs a ', 'luxury”']);
  expect(lastWord('“eggs”')).toEqual(['', '“eggs”']);
  expect(lastWord('x'.repeat(20))).toEqual(['', 'x'.repeat(20)]);
  expect(lastWord('x'.repeat(30))).toEqual(['x'.repeat(30), '']);
});

import { expect, it } from 'vitest';
import { breakable } from './breakable.ts';

it('leaves a text whose words are of a usual length', () => {
  expect(breakable('two words\n\nand a third')).toEqual(['two words\n\nand a third']);
});

it('cuts a word that is longer than any line, and loses nothing', () => {
  const text = `before ${'x'.repeat(100_000)}  after\n`;
  expect(breakable(text).join('')).toBe(text);
  expect(Math.max(...breakable(text).map((part) => part.trim().length))).toBe(80);
});

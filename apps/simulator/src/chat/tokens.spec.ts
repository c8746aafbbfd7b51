import fc from 'fast-check';
import { expect, it } from 'vitest';
import { promptTokens, tokensOf } from './tokens.ts';

it('takes a text apart so that nothing is lost and no character is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const tokens = tokensOf(text);
      expect(tokens.join('')).toBe(text);
      expect(tokens.filter((token) => HALF.test(token))).toEqual([]);
    }),
  );
  expect(tokensOf('🙂🙂').filter((token) => HALF.test(token))).toEqual([]);
});

it('gives numbers in JSON a token of their own', () => {
  expect(tokensOf('{"1":70}')).toEqual(['{', '"', '1', '"', ':', '70', '}']);
  expect(tokensOf('')).toEqual([]);
});

it('counts no more tokens in a prompt than it has bytes', () => {
  expect(promptTokens([{ content: '' }])).toBe(0);
  expect(promptTokens([{ content: 'a' }, { content: 'äöü' }])).toBe(3);
});

/** Half a character, which no whole text has. */
const HALF = /[\ud800-\udfff]/u;

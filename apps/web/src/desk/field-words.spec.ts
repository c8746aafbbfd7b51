import { expect, it } from 'vitest';
import { askedWords, penaltyWords, textLength } from './field-words.ts';

it('says how long a text is to be, and how long it is', () => {
  const length = { unit: 'words', ask: 100, max: 150 } as const;
  expect(textLength({ length }, 'three words so')).toBe('About 100, at most 150 words; now 3.');
  expect(textLength({ length: { unit: 'words', max: 2, over: 'cut' } }, 'one')).toContain('cut there');
  expect(textLength({ length: undefined }, 'x')).toBeUndefined();
});

it('tells a judge what rounds cost, calmly, and only where they do', () => {
  expect(penaltyWords({ penalty: 0.05, rounds: { min: 1, max: 3 } })).toBe(
    'Each further round costs your score 0.05 bits.',
  );
  expect(penaltyWords({ penalty: 1, rounds: { min: 2, max: 2 } })).toBe('Each round costs your score 1 bit.');
  expect(penaltyWords({ penalty: 0, rounds: undefined })).toBeUndefined();
});

it('says when a question is answered', () => {
  expect(askedWords({ answers: 'next-speech' })).toContain('next speech');
  expect(askedWords({ answers: undefined })).toContain('at once');
});

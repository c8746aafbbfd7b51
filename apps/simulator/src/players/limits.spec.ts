import { expect, it } from 'vitest';
import { limitsIn } from './limits.ts';

it.each([
  ['between 70 and 150 words, about 100', { unit: 'words', min: 70, max: 150, ask: 100 }],
  [
    'Give your speech (round 1), about 100 words, between 70 and 150 words.',
    { unit: 'words', min: 70, max: 150, ask: 100 },
  ],
  ['70–150 words', { unit: 'words', min: 70, max: 150 }],
  ['from 70 to 150 words', { unit: 'words', min: 70, max: 150 }],
  ['Write at least 70 words.', { unit: 'words', min: 70 }],
  ['Write no more than 1,500 characters.', { unit: 'characters', max: 1500 }],
  ['at most 750 characters, 250 of them quoted', { unit: 'characters', max: 750, quoted: 250 }],
  ['at most 750 characters and at most 250 characters of quotes', { unit: 'characters', max: 750, quoted: 250 }],
  ['about 300 tokens', { unit: 'words', ask: 300 }],
  ['of a length that suits it', { unit: 'words' }],
  ['Quotes have at least 3 words. At most 90 words.', { unit: 'words', max: 90 }],
  ['In about 5 minutes the judge decides between 2 and 3 options', { unit: 'words' }],
])('%s', (text, limits) => {
  expect(limitsIn([text])).toEqual(limits);
});

it('goes by what was said last', () => {
  const first = 'about 100 words, between 70 and 150 words';
  expect(limitsIn([first, 'That is 40 words; at least 70 are wanted.'])).toEqual({
    unit: 'words',
    min: 70,
    max: 150,
    ask: 100,
  });
  expect(limitsIn([first, 'That is 240 words; at most 120 are allowed.'])).toMatchObject({ max: 120 });
  expect(limitsIn(['at most 750 characters', 'That is 800 characters; at most 750 are allowed.'])).toEqual({
    unit: 'characters',
    max: 750,
  });
  expect(limitsIn([first, 'That is 1 word; at least 70 are wanted.'])).toMatchObject({ min: 70, max: 150 });
});

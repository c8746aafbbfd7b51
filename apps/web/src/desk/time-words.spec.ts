import { expect, it } from 'vitest';
import { leftWords, lengthWords, spokenLeft } from './time-words.ts';

it('says how long there is in the largest unit that fits', () => {
  expect([1, 45, 60, 90, 240, 270, 3600, 7200, 86_400].map(lengthWords)).toEqual([
    '1 second',
    '45 seconds',
    '1 minute',
    '90 seconds',
    '4 minutes',
    '4 minutes and 30 seconds',
    '1 hour',
    '2 hours',
    '24 hours',
  ]);
});

it('counts minutes, and seconds in the last minute alone', () => {
  expect([86_400, 7199, 240, 181, 61, 60, 59, 1, 0].map(leftWords)).toEqual([
    '24\u00a0h left',
    '120\u00a0min left',
    '4\u00a0min left',
    '4\u00a0min left',
    '2\u00a0min left',
    '1\u00a0min left',
    '59\u00a0s left',
    '1\u00a0s left',
    'Time is over',
  ]);
});

it('is spoken at few moments: the words change five times in ten minutes', () => {
  const spoken = Array.from({ length: 601 }, (_, i) => spokenLeft(600 - i, 600));
  expect([...new Set(spoken)]).toEqual([
    '',
    '5 minutes left.',
    '1 minute left.',
    '10 seconds left.',
    'The time is over.',
  ]);
});

it('does not announce what was said when the time began', () => {
  expect(spokenLeft(60, 60)).toBe('');
  expect(spokenLeft(300, 240)).toBe('');
});

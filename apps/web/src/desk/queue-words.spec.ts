import { expect, it } from 'vitest';
import { queueWords, ticksOf } from './queue-words.ts';

it('names the run that is being judged', () => {
  expect(queueWords({ done: 2, total: 12, minutesLeft: 19.6 })).toEqual({
    place: '3 of 12',
    rest: 'about 20 min left',
  });
  expect(queueWords({ done: 12, total: 12, minutesLeft: null })).toEqual({ place: '12 of 12', rest: '' });
});

it('marks what is done and what is now', () => {
  expect(ticksOf({ done: 1, total: 3, minutesLeft: null })).toEqual(['is-done', 'is-now', '']);
  expect(ticksOf({ done: 1, total: 400, minutesLeft: null })).toEqual([]);
});

import type { Shown } from '@moot/ui';
import { turnKey } from '@moot/wire';
import { expect, it } from 'vitest';
import { isReading, paced, throughPace } from './paced.ts';

const speech = (seat: string, at: string, text: string) => ({ seat, kind: 'speech', at, version: 1, text });
const A = speech('A', 'round 1', 'one two <quote>three four</quote> five');
const B = speech('B', 'round 1', 'six seven');
const shown = (moves: Shown['moves']): Shown => ({
  seat: 'judge',
  brief: {},
  moves,
  awaited: [],
  speaking: [],
  withdrawn: [],
});
const words = (reached: Record<string, number>, moves: Shown['moves'] = [A, B]) => {
  const seen = throughPace(shown(moves), reached);
  return [...seen.moves.map(({ seat }) => seat), ...seen.speaking.map(({ text }) => text)];
};

it('shows a speech word by word, and the next when it has been shown whole', () => {
  expect(words({})).toEqual(['']);
  expect(words({ [turnKey(A)]: 2.9 })).toEqual(['one two']);
  expect(words({ [turnKey(A)]: 5 })).toEqual(['A', '']);
  expect(words({ [turnKey(A)]: 5, [turnKey(B)]: 1 })).toEqual(['A', 'six']);
  expect(words({ [turnKey(A)]: 5, [turnKey(B)]: 2 })).toEqual(['A', 'B']);
});

it('goes on where it is, and ends', () => {
  let reached = {};
  for (let i = 0; i < 20; i++) reached = paced(shown([A, B]), reached, 1);
  expect(isReading(shown([A, B]), reached)).toBe(false);
  expect(reached).toEqual({ [turnKey(A)]: 5, [turnKey(B)]: 2 });
});

it('shows a mark when its quote has been shown', () => {
  const quote = { text: 'three four', start: 15, end: 25, status: 'absent' };
  const moves = [{ ...A, quotes: [quote] }];
  const quotes = (reached: number) => throughPace(shown(moves), { [turnKey(A)]: reached }).speaking[0]?.beside.quotes;
  expect(quotes(3)).toEqual([]);
  expect(quotes(4)).toEqual([quote]);
});

it('shows at once what was answered before', () => {
  const belief = { seat: 'judge', kind: 'belief', at: 'round 1', version: 1, belief: [0.5, 0.5] };
  expect(isReading(shown([A, B, belief]), {})).toBe(false);
  expect(isReading(shown([A, B, belief, speech('A', 'round 2', 'more')]), {})).toBe(true);
});

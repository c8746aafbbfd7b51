import { expect, it } from 'vitest';
import { bounded, latest } from './bounded.ts';

it('forgets what was used longest ago', () => {
  const map = bounded<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.set('c', 3);
  expect(map.entries()).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
});

it('weighs what it keeps, and keeps one thing however heavy', () => {
  const map = bounded<string>(10);
  map.set('a', 'light', 4);
  map.set('b', 'light', 4);
  map.set('c', 'heavy', 40);
  expect(map.entries()).toEqual([['c', 'heavy']]);
  map.set('c', 'less', 5);
  map.set('d', 'light', 5);
  expect(map.get('c')).toBe('less');
  expect(map.get('d')).toBe('light');
  expect(map.get('a')).toBeUndefined();
});

it('keeps the latest, oldest first', () => {
  const numbers = latest<number>(3);
  for (const number of [1, 2, 3, 4, 5]) numbers.add(number);
  expect(numbers.list()).toEqual([3, 4, 5]);
});

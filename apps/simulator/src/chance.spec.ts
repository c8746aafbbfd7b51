import { expect, it } from 'vitest';
import { dieOf, normal, shuffled } from './chance.ts';

const DRAWS = Array.from({ length: 4000 }, (_, i) => String(i));

it('shows the same number for the same reason, and others for others', () => {
  const die = dieOf(1, 'judge', undefined);
  expect(die('noise')).toBe(dieOf(1, 'judge', undefined)('noise'));
  expect(new Set([die('noise'), die('lapse'), dieOf(2, 'judge')('noise'), dieOf(1)('noise')]).size).toBe(4);
});

it('throws uniformly', () => {
  const numbers = DRAWS.map(dieOf('uniform'));
  expect(mean(numbers)).toBeCloseTo(0.5, 1);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.filter((number) => number < 0.1).length / numbers.length).toBeCloseTo(0.1, 1);
});

it('draws from the standard normal distribution', () => {
  const numbers = DRAWS.map((why) => normal(dieOf('normal'), why));
  expect(Math.abs(mean(numbers))).toBeLessThan(0.06);
  expect(mean(numbers.map((number) => number ** 2))).toBeCloseTo(1, 0);
});

it('shuffles everything, differently for different reasons', () => {
  const items = [1, 2, 3, 4, 5, 6, 7];
  const one = shuffled(items, dieOf(1), 'order');
  expect([...one].sort()).toEqual(items);
  expect(one).toEqual(shuffled(items, dieOf(1), 'order'));
  expect(one).not.toEqual(shuffled(items, dieOf(1), 'other'));
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

import { expect, it } from 'vitest';
import { beliefOf, between, even, pointsOf, spread } from './points.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

it('keeps a belief in stored order, whichever choice is on the left', () => {
  expect(beliefOf(between(80), [0, 1])).toEqual([0.2, 0.8]);
  expect(beliefOf(between(80), [1, 0])).toEqual([0.8, 0.2]);
});

it('shows a kept belief as it was given, in both orders', () => {
  for (const choices of [
    [0, 1],
    [1, 0],
  ])
    for (let at = 1; at <= 99; at++) expect(pointsOf(beliefOf(between(at), choices), choices)).toEqual([100 - at, at]);
});

it('is never certain', () => {
  expect(between(0)).toEqual([99, 1]);
  expect(between(140)).toEqual([1, 99]);
});

it('shares what is left among the other choices as before, and always adds up to 100', () => {
  expect(spread([20, 30, 50], 2, 50)).toEqual([20, 30, 50]);
  expect(spread([25, 25, 50], 2, 80)).toEqual([10, 10, 80]);
  for (let at = -5; at < 120; at++) {
    const points = spread([1, 60, 38, 1], 1, at);
    expect(sum(points)).toBe(100);
    expect(Math.min(...points)).toBeGreaterThanOrEqual(1);
  }
});

it('keeps probabilities that sum to one, of any number of options and in any order', () => {
  for (const order of [
    [2, 0, 1],
    [1, 2, 0],
    [0, 1, 2],
  ]) {
    const belief = beliefOf([10, 20, 70], order);
    expect(sum(belief)).toBeCloseTo(1, 9);
    expect(pointsOf(belief, order)).toEqual([10, 20, 70]);
  }
});

it('begins even', () => {
  expect(even(3)).toEqual([34, 33, 33]);
  expect(sum(even(7))).toBe(100);
});

import { expect, it } from 'vitest';
import { isNearEnd, stepTo } from './following.ts';

it('takes along who is at the end or near it', () => {
  expect(isNearEnd({ bottom: 800, end: 700 })).toBe(true);
  expect(isNearEnd({ bottom: 800, end: 1000 })).toBe(true);
  expect(isNearEnd({ bottom: 800, end: 1200 })).toBe(false);
});

it('goes to the end, but not past the beginning of what is said last, and never back', () => {
  expect(stepTo({ top: 76, bottom: 800, last: 700, end: 900 })).toBe(100);
  expect(stepTo({ top: 76, bottom: 800, last: 700, end: 3000 })).toBe(624);
  expect(stepTo({ top: 76, bottom: 800, last: 20, end: 3000 })).toBe(0);
  expect(stepTo({ top: 76, bottom: 800, last: 300, end: 600 })).toBe(0);
});

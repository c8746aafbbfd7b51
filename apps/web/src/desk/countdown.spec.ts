import { expect, it } from 'vitest';
import { clockOffset, secondsLeft } from './countdown.ts';

it('counts by the server’s clock, however wrong this one is', () => {
  const here = Date.parse('2026-11-25T09:00:00Z');
  const offset = clockOffset('2026-11-25T12:00:00Z', here);
  expect(secondsLeft('2026-11-25T12:00:05Z', here, offset)).toBe(5);
  expect(secondsLeft('2026-11-25T12:00:05Z', here + 4_200, offset)).toBe(1);
  expect(secondsLeft('2026-11-25T12:00:05Z', here + 60_000, offset)).toBe(0);
});

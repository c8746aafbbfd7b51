import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe('the Wilson interval', () => {
  it('is what R 4.2 gives: prop.test(151, 231, correct = FALSE)', () => {
    expect(wilson(151, 231)?.low).toBeCloseTo(0.590260883460449, 12);
    expect(wilson(151, 231)?.high).toBeCloseTo(0.712070742124495, 12);
  });

  it('is the published one for 81 of 263 (Newcombe 1998, table I)', () => {
    expect(wilson(81, 263)?.low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263)?.high).toBeCloseTo(0.3662, 4);
  });

  it('stays between 0 and 1', () => {
    expect(wilson(0, 20)?.low).toBe(0);
    expect(wilson(0, 20)?.high).toBeCloseTo(0.1611, 4);
    expect(wilson(29, 29)?.high).toBe(1);
  });

  it('is undefined without trials, and refuses more successes than trials', () => {
    expect(wilson(0, 0)).toBeUndefined();
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});

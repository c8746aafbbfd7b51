import { describe, expect, it } from 'vitest';
import { decimal, interval, inPercent, points } from './numbers.ts';

describe('numbers in words', () => {
  it('have a no-break space before the percent sign', () => {
    expect(inPercent(0.8441)).toBe('84.4\u00a0%');
    expect(inPercent(0.9, 0)).toBe('90\u00a0%');
  });

  it('have a minus, not a hyphen, and never a minus before zero', () => {
    expect(points(-0.033)).toBe('\u22123.3');
    expect(decimal(-0.0004, 2)).toBe('0.00');
  });

  it('name both ends of an interval', () => {
    expect(interval(0.779, 0.893)).toBe('77.9 to 89.3');
  });
});

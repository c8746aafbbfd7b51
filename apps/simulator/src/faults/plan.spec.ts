import { expect, it } from 'vitest';
import { FaultPlan, planned, type Fault, type Occasion } from './plan.ts';

const occasion = (i: number, repeat = 0): Occasion => ({ role: 'judge', bodyHash: `body ${i}`, repeat });
const drawn = (plan: FaultPlan) => {
  const next = planned(plan);
  return Array.from({ length: 1000 }, (_, i) => next(occasion(i)));
};

it('follows a sequence call by call, and then the rates', () => {
  const next = planned({ sequence: ['limited', 'none', 'cut'], rates: { empty: 1 } });
  expect([1, 2, 3, 4, 5].map((i) => next(occasion(i)))).toEqual(['limited', undefined, 'cut', 'empty', 'empty']);
});

it('happens at its rates', () => {
  const faults = drawn({ rates: { limited: 0.2, cut: 0.1 } });
  const share = (fault: Fault | undefined) => faults.filter((each) => each === fault).length / faults.length;
  expect(Math.abs(share('limited') - 0.2)).toBeLessThan(0.05);
  expect(Math.abs(share('cut') - 0.1)).toBeLessThan(0.04);
  expect(share('stall')).toBe(0);
  expect(drawn({})).toEqual(faults.map(() => undefined));
});

it('does the same to the same requests in whatever order they come, and draws anew for a repeat', () => {
  const plan = { rates: { limited: 0.5 }, seed: 3 };
  expect(drawn(plan)).toEqual(drawn(plan));
  expect(drawn({ ...plan, seed: 4 })).not.toEqual(drawn(plan));
  const backwards = planned(plan);
  const reversed = Array.from({ length: 1000 }, (_, i) => backwards(occasion(999 - i))).reverse();
  expect(reversed).toEqual(drawn(plan));
  const repeats = planned(plan);
  expect(new Set(Array.from({ length: 20 }, (_, repeat) => repeats(occasion(1, repeat)))).size).toBe(2);
});

it('concerns the roles that it names, and counts no others', () => {
  const next = planned({ sequence: ['cut'], only: ['debater'] });
  expect(next(occasion(1))).toBeUndefined();
  expect(next({ ...occasion(2), role: 'debater' })).toBe('cut');
  expect(next({ ...occasion(3), role: 'debater' })).toBeUndefined();
});

it('is checked', () => {
  expect(FaultPlan.safeParse({ rates: { cut: 0.5, stall: 0.6 } }).success).toBe(false);
  expect(FaultPlan.safeParse({ rates: { cuts: 0.5 } }).success).toBe(false);
  expect(FaultPlan.safeParse({ sequence: ['nothing'] }).success).toBe(false);
  expect(FaultPlan.safeParse({ rate: {} }).success).toBe(false);
});

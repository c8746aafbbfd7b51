import { expect, it } from 'vitest';
import { ghostsOf } from './ghosts.ts';

const at = (label: string, points: number) => ({ label, belief: [points] });
const labels = (...earlier: readonly ReturnType<typeof at>[]) =>
  ghostsOf(earlier, ([points = 0]) => points).map(({ label }) => label);

it('labels beliefs that stand apart', () => {
  expect(labels(at('before', 20), at('1', 62), at('2', 83))).toEqual(['before', '1', '2']);
});

it('labels the later of two that stand together', () => {
  expect(labels(at('before', 65), at('1', 65))).toEqual([undefined, '1']);
  expect(labels(at('1', 64), at('2', 90), at('3', 65))).toEqual([undefined, '2', '3']);
});

import { describe, expect, it } from 'vitest';
import type { Entry } from './log.ts';
import { edgeOf, entryAt, isWordy, pause, ruler, stepped } from './playing.ts';

const at = (second: number): Entry => ({
  kind: 'move',
  move: { seat: 'A', kind: 'speech', at: 'round 1', version: 1, by: 'model:m', madeAt: '' },
  at: new Date(second * 1000).toISOString(),
  made: 1,
});

describe('playing', () => {
  it('waits as long as it took, at least long enough to see and at most long enough to bear', () => {
    const log = [at(0), at(4), at(4), at(900)];
    expect([1, 2, 3].map((n) => pause(log, n, '1'))).toEqual([4000, 1500, 8000]);
    expect(pause(log, 3, '8')).toBe(1000);
    expect(pause(log, 0, '1')).toBe(1500);
  });

  it('steps by keys within the log', () => {
    expect(stepped('ArrowLeft', 1, 7)).toBe(1);
    expect(stepped('ArrowLeft', 0, 0)).toBe(0);
    expect(stepped('ArrowRight', 6, 7)).toBe(7);
    expect(stepped('ArrowRight', 7, 7)).toBe(7);
    expect(stepped('Home', 3, 7)).toBe(1);
    expect(stepped('End', 3, 7)).toBe(7);
    expect(stepped('a', 3, 7)).toBeUndefined();
  });
});

describe('the ruler', () => {
  it('has a place for each entry, and words as far as there is room', () => {
    expect(ruler(4, 400)).toEqual({ xs: [50, 150, 250, 350], every: 1, size: 'mark' });
    expect(ruler(40, 400)).toMatchObject({ every: 9, size: 'dot' });
    expect(ruler(0, 400).xs).toEqual([]);
  });

  it('takes a press to the entry under it', () => {
    expect([0, 50, 150, 400, 500].map((x) => entryAt(x, 4, 400))).toEqual([1, 1, 2, 4, 4]);
  });

  it('gives its words to the entry shown, and to others that are not too near', () => {
    const wordy = (n: number) => [1, 2, 3, 4, 5, 6, 7].filter((i) => isWordy(i, { n, every: 3, count: 7 }));
    expect(wordy(7)).toEqual([1, 4, 7]);
    expect(wordy(5)).toEqual([1, 5]);
    expect([1, 2].map((i) => isWordy(i, { n: 2, every: 1, count: 2 }))).toEqual([true, true]);
  });

  it('keeps words inside at both ends', () => {
    expect([10, 200, 390].map((x) => edgeOf(x, 400))).toEqual(['is-first', '', 'is-last']);
  });
});

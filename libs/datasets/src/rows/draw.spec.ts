import { expect, it } from 'vitest';
import { draw } from './draw.ts';

const ALL = { options: ['a', 'b', 'c', 'd', 'e'], truth: 3 };

it('keeps the true option and the order, and a larger count keeps what a smaller one did', () => {
  const [two, three, four] = [2, 3, 4].map((count) => draw('key', ALL, { count, seed: 7 }));
  for (const drawn of [two, three, four]) {
    expect(drawn?.options[drawn.truth]).toBe('d');
    expect([...(drawn?.options ?? [])].sort()).toEqual(drawn?.options);
  }
  expect([two, three, four].map((drawn) => drawn?.options.length)).toEqual([2, 3, 4]);
  expect(three?.options).toEqual(expect.arrayContaining([...(two?.options ?? [])]));
  expect(four?.options).toEqual(expect.arrayContaining([...(three?.options ?? [])]));
});

it('keeps all where all are wanted or there are no more', () => {
  expect(draw('key', ALL, { count: 'all', seed: 1 })).toEqual(ALL);
  expect(draw('key', ALL, { count: 6, seed: 1 })).toEqual(ALL);
});

it('draws each wrong option about equally often over the seeds, and the same one again with the same seed', () => {
  const counts: Record<string, number> = {};
  for (let seed = 1; seed <= 400; seed++) {
    const drawn = draw('key', ALL, { count: 2, seed });
    const wrong = drawn.options[1 - drawn.truth] ?? '';
    counts[wrong] = (counts[wrong] ?? 0) + 1;
    expect(draw('key', ALL, { count: 2, seed })).toEqual(drawn);
  }
  expect(Object.keys(counts).sort()).toEqual(['a', 'b', 'c', 'e']);
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(70);
});

import { testDatabase } from '@moot/store/testing';
import { expect, it } from 'vitest';
import { measureOrchestration } from './index.ts';

it('measures small debates and a short run to their ends', async () => {
  const { url, drop } = await testDatabase();
  const settings = { debates: 2, rounds: 3, concurrency: 4, repeats: 1, steps: 10, 'long-rounds': 2 };
  const { tables, measured } = await measureOrchestration(settings, () => undefined, url).finally(drop);

  expect(measured.debates).toMatchObject([{ moves: 14 }]);
  expect(measured.debatesWithBeliefs).toMatchObject([{ moves: 22 }]);
  for (const { moves, calls } of [...measured.debates, ...measured.debatesWithBeliefs])
    expect(calls).toBeGreaterThanOrEqual(moves);
  expect(measured.runByScripts.map((run) => run.map(({ after }) => after))).toEqual([
    [1, 3, 5, 7, 9, 11, 13, 15, 17, 19],
  ]);
  expect(measured.longDebate.map(({ after }) => after)).toEqual([1, 2, 3, 4]);

  const cells = tables.flatMap(({ rows }) => rows.flat());
  expect(cells.filter((cell) => /NaN|Infinity|undefined/.test(cell))).toEqual([]);
});

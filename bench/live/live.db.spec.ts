import { testDatabase } from '@moot/store/testing';
import { expect, it } from 'vitest';
import { measureLive } from './index.ts';

it('lets a few judges follow short debates, and finds every word of them', async () => {
  const { url, drop } = await testDatabase();
  const settings = { judges: 3, seconds: 1, rate: 35, processes: 2 };
  const { tables, measured } = await measureLive(settings, () => undefined, url).finally(drop);

  expect(measured.nothingLost).toMatchObject({ speeches: 6, others: 0, runs: 3, same: 3, behind: 0, withdrawn: 0 });
  expect(measured.live.latency.count).toBe(6 * 35);
  expect(measured.bare.latency.count).toBe(measured.bare.sent);
  const cells = tables.flatMap(({ rows }) => rows.flat());
  expect(cells.filter((cell) => /NaN|Infinity|undefined/.test(cell))).toEqual([]);
  // It starts seven processes, which takes long where others work too.
}, 180_000);

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from './index.ts';
import { tally } from './tally.ts';
import { BODY, post, until } from './testing/client.ts';

let simulator: Simulator;
let url = '';

beforeEach(async () => {
  simulator = await startSimulator();
  url = simulator.url;
});
afterEach(() => simulator.close());

describe('the counts', () => {
  it('are kept of calls, prompts, models and repeated bodies, over HTTP too', async () => {
    for (const body of [BODY, BODY, { ...BODY, seed: 2 }, BODY]) await (await post(url, body)).text();
    await until(() => simulator.stats().running === 0);
    const stats: unknown = await (await fetch(`${url}/simulator/stats`)).json();
    expect(stats).toEqual(simulator.stats());
    expect(stats).toMatchObject({ started: 4, finished: 4, running: 0, aborted: 0, repeats: 2, models: { judge: 4 } });
    expect(Object.values(simulator.stats().repeated)).toEqual([3]);
    expect(new Set(simulator.stats().latestPrompts).size).toBe(1);
    expect(simulator.calls().map(({ number, repeat, outcome }) => [number, repeat, outcome])).toEqual([
      [1, 0, 'finished'],
      [2, 1, 'finished'],
      [3, 0, 'finished'],
      [4, 2, 'finished'],
    ]);
  });

  it('say who went before the end', async () => {
    const slow = await startSimulator({ latency: { firstMs: 1_000_000 } });
    const controller = new AbortController();
    const asking = post(slow.url, BODY, controller.signal);
    await until(() => slow.count() === 1);
    expect(slow.calls()[0]?.outcome).toBe('running');
    controller.abort();
    await expect(asking).rejects.toThrow();
    await until(() => slow.stats().aborted === 1);
    expect(slow.stats()).toMatchObject({ started: 1, finished: 0, running: 0 });
    await slow.close();
  });
});

it('keeps no more than it may', () => {
  const counts = tally({ kept: 3, bodies: 2 });
  for (let i = 0; i < 10; i++) {
    counts
      .begin({
        model: 'judge',
        role: 'judge',
        promptHash: 'p',
        bodyHash: `b${i}`,
        repeat: counts.seen(`b${i}`),
        isStreamed: false,
      })
      .end('finished');
  }
  expect(counts.calls().map(({ number }) => number)).toEqual([8, 9, 10]);
  expect(counts.seen('b0')).toBe(0);
  expect(counts.seen('b9')).toBe(1);
  expect(counts.stats()).toMatchObject({ started: 10, finished: 10, repeats: 1 });
});

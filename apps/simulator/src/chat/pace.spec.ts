import { expect, it } from 'vitest';
import { dueAt, waited } from './pace.ts';

it('spaces tokens by their rate, after the first has been waited for', () => {
  expect(dueAt({ firstMs: 200, tokensPerSecond: 50 }, 0)).toBe(200);
  expect(dueAt({ firstMs: 200, tokensPerSecond: 50 }, 10)).toBe(400);
  expect(dueAt({ firstMs: 200 }, 1000)).toBe(200);
});

it('stops waiting when nobody does', async () => {
  const controller = new AbortController();
  const waiting = waited(1_000_000, controller.signal);
  controller.abort();
  expect(await waiting).toBe(false);
  expect(await waited(0, controller.signal)).toBe(false);
  expect(await waited(0, new AbortController().signal)).toBe(true);
});

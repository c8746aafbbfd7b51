import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateOf } from './gate.ts';
import { never } from './testing/asking.ts';
import { manualClock, settled } from './testing/manual-clock.ts';
import { earliest, MINUTE, type Taken } from './window.ts';

describe('a limit per minute', () => {
  it('lets through at once what fits, and the rest when enough of the minute has passed', () => {
    const taken = [
      { at: 1000, amount: 40 },
      { at: 5000, amount: 40 },
    ];
    expect(earliest(taken, 100, 20, 6000)).toBe(6000);
    expect(earliest(taken, 100, 60, 6000)).toBe(61_000);
    expect(earliest(taken, 100, 61, 6000)).toBe(65_000);
  });

  it('gives what is larger than the limit a minute of its own', () => {
    expect(earliest([{ at: 1000, amount: 1 }], 100, 500, 6000)).toBe(61_000);
    expect(earliest([], 100, 500, 6000)).toBe(6000);
  });

  it('is kept in any 60 s', () => {
    const calls = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 50 }), gap: fc.nat(20_000) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(calls, (asked) => {
        const taken: Taken[] = [];
        for (const { amount, gap } of asked) {
          const now = (taken.at(-1)?.at ?? 0) + gap;
          taken.push({ at: earliest(taken, 100, amount, now), amount });
        }
        for (const { at: from } of taken) {
          const inside = taken.filter(({ at }) => at >= from && at < from + MINUTE);
          expect(inside.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('the way to an endpoint', () => {
  it('lets so many calls be under way at once, in the order in which they came', async () => {
    const gate = gateOf({ concurrency: 2 }, manualClock(), 10);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const calls = [1, 2, 3, 4].map((call) =>
      gate.pass(1, never(), async () => {
        begun.push(call);
        await new Promise<void>((resolve) => ends.push(resolve));
        return call;
      }),
    );
    await settled();
    expect(begun).toEqual([1, 2]);
    while (begun.length < 4) {
      ends.shift()?.();
      await settled();
    }
    for (const end of ends) end();
    expect(await Promise.all(calls)).toEqual([1, 2, 3, 4]);
  });

  it('spreads requests and tokens over the minutes, and gives back what was not used', async () => {
    const clock = manualClock(0);
    const gate = gateOf({ concurrency: 9, requestsPerMinute: 3, tokensPerMinute: 1000 }, clock, 10);
    const begun: number[] = [];
    const call = (tokens: number, actual: number) =>
      gate.pass(tokens, never(), (settle) => {
        begun.push(clock.now());
        settle(actual);
        return Promise.resolve();
      });
    const calls = [call(900, 100), call(900, 900), call(100, 100), call(100, 100)];
    await clock.advance(200_000);
    await Promise.all(calls);
    expect(begun).toEqual([0, 0, 60_000, 60_000]);
  });

  it('turns away whoever comes when too many wait already', async () => {
    const gate = gateOf({ concurrency: 1 }, manualClock(), 1);
    const stop = new AbortController();
    const forever = () => new Promise<never>(() => undefined);
    void gate.pass(1, never(), forever);
    const waiting = gate.pass(1, stop.signal, forever);
    expect(await gate.pass(1, never(), forever)).toBe('full');

    stop.abort();
    expect(await waiting).toBe('stopped');
    void gate.pass(1, never(), forever);
    expect(await gate.pass(1, never(), forever)).toBe('full');
  });
});

import PQueue from 'p-queue';
import { wait, type Clock } from './clock.ts';
import type { Limits } from './endpoint.ts';
import { earliest, MINUTE, type Taken } from './window.ts';

/** The way to an endpoint: so many at once, so many requests and tokens per minute, nobody while it asks for a pause. */
export interface Gate {
  /** Does the work when its turn comes. `settle` says what it took of the tokens in the end. */
  pass<T>(
    tokens: number,
    signal: AbortSignal,
    work: (settle: (tokens: number) => void) => Promise<T>,
  ): Promise<T | 'stopped' | 'full'>;
  /** Holds everybody back for so many ms. */
  pause(ms: number): void;
}

export function gateOf(limits: Limits, clock: Clock, mostWaiting: number): Gate {
  const slots = new PQueue({ concurrency: limits.concurrency });
  // One at a time, so that whoever came first is let through first, however large the call is.
  const door = new PQueue({ concurrency: 1 });
  const { admit, pause } = doorOf(limits, clock);
  return {
    async pass(amount, signal, work) {
      if (slots.size >= mostWaiting) return 'full';
      return queued(slots, signal, async () => {
        const settle = await queued(door, signal, () => admit(amount, signal));
        return signal.aborted || settle === 'stopped' ? 'stopped' : work(settle);
      });
    },
    pause,
  };
}

function doorOf(limits: Limits, clock: Clock) {
  const requests = rateOf(limits.requestsPerMinute);
  const tokens = rateOf(limits.tokensPerMinute);
  let pausedUntil = 0;
  let lookAgain: () => void = () => undefined;
  return {
    async admit(amount: number, signal: AbortSignal): Promise<(actual: number) => void> {
      for (;;) {
        const now = clock.now();
        const at = Math.max(pausedUntil, requests.earliest(1, now), tokens.earliest(amount, now));
        if (at <= now || signal.aborted) break;
        const relief = new AbortController();
        lookAgain = () => {
          relief.abort();
        };
        await wait(clock, at - now, AbortSignal.any([signal, relief.signal]));
      }
      if (signal.aborted) return () => undefined;
      requests.take(1, clock.now());
      const settle = tokens.take(amount, clock.now());
      return (actual) => {
        settle(actual);
        // Whoever waits at the door may be let in sooner.
        lookAgain();
      };
    },
    pause(ms: number) {
      pausedUntil = Math.max(pausedUntil, clock.now() + Math.min(ms, LONGEST_PAUSE));
    },
  };
}

// An endpoint that asks for a day is asked again sooner, by one call.
const LONGEST_PAUSE = 10 * MINUTE;

/** Takes a place in a queue and leaves it when the signal is aborted; work that has begun sees to the signal itself. */
async function queued<T>(queue: PQueue, signal: AbortSignal, work: () => Promise<T>): Promise<T | 'stopped'> {
  if (signal.aborted) return 'stopped';
  const leaving = new AbortController();
  const leave = () => {
    leaving.abort();
  };
  signal.addEventListener('abort', leave);
  const begin = () => {
    signal.removeEventListener('abort', leave);
    return work();
  };
  try {
    return await queue.add(begin, { signal: leaving.signal });
  } catch (error) {
    if (leaving.signal.aborted) return 'stopped';
    throw error;
  }
}

function rateOf(perMinute: number | undefined) {
  let taken: Taken[] = [];
  return {
    earliest: (amount: number, now: number) =>
      perMinute === undefined ? now : earliest(taken, perMinute, amount, now),
    take(amount: number, at: number): (actual: number) => void {
      if (perMinute === undefined) return () => undefined;
      const entry: Taken = { at, amount };
      taken = [...taken.filter((each) => each.at + MINUTE > at), entry];
      return (actual) => {
        entry.amount = actual;
      };
    },
  };
}

import type { Clock } from '../clock.ts';

/** A clock that goes only when it is told to. */
export function manualClock(start = 1_000_000): ManualClock {
  let now = start;
  let timers: { readonly at: number; readonly act: () => void }[] = [];
  return {
    now: () => now,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        await settled();
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        now = next.at;
        next.act();
      }
      now = until;
      await settled();
    },
    waiting: () => timers.length,
  };
}

export interface ManualClock extends Clock {
  /** Lets time pass, and what is due happen in its order. */
  readonly advance: (ms: number) => Promise<void>;
  readonly waiting: () => number;
}

/** Lets everything happen that waits for no timer. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

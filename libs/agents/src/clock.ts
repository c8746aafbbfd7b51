/** Where the time comes from, in ms. `after` gives back how to call it off. */
export interface Clock {
  now(): number;
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, Math.min(Math.max(ms, 0), LONGEST));
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Waits for a time, or until the signal is aborted. */
export function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end);
  });
}

// Beyond it, Node's timers fire at once.
const LONGEST = 2_147_483_647;

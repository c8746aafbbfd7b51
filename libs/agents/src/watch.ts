import type { Clock } from './clock.ts';
import type { Timeouts } from './endpoint.ts';

/** Watches over one exchange: aborts it when it was stopped, does not begin, stalls, or takes too long. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Why it was aborted. */
  readonly why: () => 'stopped' | keyof Timeouts | undefined;
  /** Something came. */
  readonly beat: () => void;
  readonly end: () => void;
}

export function watchOf(clock: Clock, timeouts: Timeouts, stopped: AbortSignal): Watch {
  const controller = new AbortController();
  let why: ReturnType<Watch['why']>;
  const abort = (reason: 'stopped' | keyof Timeouts) => () => {
    why ??= reason;
    controller.abort();
  };
  const stop = abort('stopped');
  const cancelTotal = clock.after(timeouts.total, abort('total'));
  let cancelNext = clock.after(timeouts.headers, abort('headers'));
  stopped.addEventListener('abort', stop);
  if (stopped.aborted) stop();
  return {
    signal: controller.signal,
    why: () => why,
    beat() {
      cancelNext();
      cancelNext = clock.after(timeouts.stall, abort('stall'));
    },
    end() {
      cancelTotal();
      cancelNext();
      stopped.removeEventListener('abort', stop);
    },
  };
}

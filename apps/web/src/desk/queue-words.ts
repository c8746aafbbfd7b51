import type { Desk } from '@moot/wire';

/** Where a judge is in their runs. */
export interface QueueWords {
  readonly place: string;
  /** How long the rest takes; nothing before that is known. */
  readonly rest: string;
}

export function queueWords({ done, total, minutesLeft }: Desk['queue']): QueueWords {
  return {
    place: done >= total ? `${done} of ${total}` : `${done + 1} of ${total}`,
    rest: minutesLeft === null ? '' : `about ${Math.max(1, Math.round(minutesLeft))} min left`,
  };
}

/** One tick a run, as long as they can be told apart. */
export function ticksOf({ done, total }: Desk['queue']): readonly ('is-done' | 'is-now' | '')[] {
  if (total > 40) return [];
  return Array.from({ length: total }, (_, i) => (i < done ? 'is-done' : i === done ? 'is-now' : ''));
}

/** How long something took, in ms: for half, for 95 and 99 of a hundred, and at most. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  readonly count: number;
}

/** From ages in tenths of a ms. */
export function latencyOf(ages: readonly number[]): Latency {
  const sorted = Float64Array.from(ages).sort();
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? NaN) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1), count: sorted.length };
}

/** Words are gathered for so long before they are sent, in ms: see `apps/server/src/live/watched.ts`. */
export const GATHER = 40;

/** How long a word waits on average to be sent, in ms: the first the whole time, those that come meanwhile half of it. */
export function meanGathering(wordsPerSecond: number): number {
  const meanwhile = (wordsPerSecond * GATHER) / 1000;
  return (GATHER * (1 + meanwhile / 2)) / (1 + meanwhile);
}

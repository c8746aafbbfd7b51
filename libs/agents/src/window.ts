/** Something that was let through, and how much of the limit it took. */
export interface Taken {
  readonly at: number;
  amount: number;
}

export const MINUTE = 60_000;

/**
 * When as much as `amount` may begin without more than `perMinute` in any 60 s. `taken` is in order of time. What is larger
 * than the limit itself has a minute of its own.
 */
export function earliest(taken: readonly Taken[], perMinute: number, amount: number, now: number): number {
  const live = taken.filter(({ at }) => at + MINUTE > now);
  let over = live.reduce((sum, { amount: each }) => sum + each, 0) + Math.min(amount, perMinute) - perMinute;
  for (const { at, amount: each } of live) {
    if (over <= 0) return now;
    over -= each;
    if (over <= 0) return at + MINUTE;
  }
  return now;
}

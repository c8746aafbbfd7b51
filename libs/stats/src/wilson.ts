/** An interval for a proportion, both ends included, between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval of a proportion: `successes` of `n` trials, two-sided, by default at 95 %.
 * Wilson (1927), J. Am. Stat. Assoc. 22, 209–212. Undefined when there were no trials: no data is not zero.
 * Ties counted as half a success are taken as they are. `z` is the normal quantile of the level.
 */
export function wilson(successes: number, n: number, z = Z_95): Interval | undefined {
  if (!(n > 0)) return undefined;
  if (successes < 0 || successes > n) throw new RangeError(`${successes} successes of ${n} trials`);
  const p = successes / n;
  const square = z * z;
  const centre = p + square / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** The standard normal quantile of 0.975. */
const Z_95 = 1.959963984540054;

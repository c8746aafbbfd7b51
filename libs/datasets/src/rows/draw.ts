import { hashFraction } from './hash.ts';
import type { Ordered } from './order.ts';

/**
 * The true option and as many others as make up the count, in the order in which they stood. Which others follows from
 * seed, key and option alone: a larger count keeps those of a smaller one.
 */
export function draw(key: string, { options, truth }: Ordered, { count, seed }: Drawing): Ordered {
  if (count === 'all' || count >= options.length) return { options, truth };

  const lot = (i: number): number => (i === truth ? -1 : hashFraction('draw', String(seed), key, options[i] ?? ''));
  const drawn = options.map((_, i) => i).sort((a, b) => lot(a) - lot(b));
  const kept = drawn.slice(0, count).sort((a, b) => a - b);
  return { options: kept.map((i) => options[i] ?? ''), truth: kept.indexOf(truth) };
}

export interface Drawing {
  /** How many options, the true one among them. */
  readonly count: 'all' | number;
  readonly seed: number;
}

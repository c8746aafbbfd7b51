import { hashFraction } from './hash.ts';

/** The options in an order that follows from the question's key alone, for formats that always put the true one first. */
export function orderByKey(key: string, options: readonly string[], truth: number): Ordered {
  const places = options.map((option, i) => ({ option, i }));
  for (let last = places.length - 1; last > 0; last--) {
    const chosen = Math.floor(hashFraction('order', key, String(last)) * (last + 1));
    places.splice(last, 0, ...places.splice(chosen, 1));
  }
  return { options: places.map(({ option }) => option), truth: places.findIndex(({ i }) => i === truth) };
}

export interface Ordered {
  readonly options: readonly string[];
  /** The index of the true option. */
  readonly truth: number;
}

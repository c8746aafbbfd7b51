import { hashFraction } from '../rows/hash.ts';

/** Draws that follow from the seed alone, the same on every machine. */
export function seeded(...seed: readonly string[]): Random {
  let drawn = 0;
  const below = (limit: number): number => Math.floor(hashFraction(...seed, String(drawn++)) * limit);
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.flatMap(() => rest.splice(below(rest.length), 1));
  };

  return {
    below,
    shuffled,
    sample: (list, count) => shuffled(list).slice(0, count),
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error(`world ${seed.join(' ')}: nothing to pick from`);
      return picked;
    },
  };
}

export interface Random {
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  readonly sample: <T>(list: readonly T[], count: number) => T[];
  readonly pick: <T>(list: readonly T[]) => T;
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that follow from a seed, each call one further. */
export interface Random {
  /** At least 0, less than 1. */
  number(): number;
  /** From 0 to `below` − 1. */
  index(below: number): number;
}

/** A stream of numbers (xoroshiro128+) that follows from a seed and the names of what it is for. */
export function randomFrom(seed: number, ...names: readonly string[]): Random {
  const generator = xoroshiro128plus(seedFrom(seed, ...names));
  return { number: () => uniformFloat64(generator), index: (below) => uniformInt(generator, 0, below - 1) };
}

/** A 32-bit seed that follows from another and from names, so that streams for different names are unrelated. */
export function seedFrom(seed: number, ...names: readonly string[]): number {
  return Number.parseInt(hash([seed, ...names]).slice(0, 8), 16) | 0;
}

/** The same elements in an order drawn uniformly (Fisher–Yates). */
export function shuffled<X>(from: readonly X[], random: Random): readonly X[] {
  const left = [...from];
  return from.flatMap(() => left.splice(random.index(left.length), 1));
}

/** SHA-256, in hexadecimal, of a JSON value; the order of an object's fields does not count. */
export function hash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

/** JSON with sorted fields and without those that are undefined: one text for one value. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join(',')}}`;
}

import { hash } from 'node:crypto';

/** A die that shows the same number, at least 0 and less than 1, whenever it is thrown for the same reason. */
export type Die = (why: string) => number;

export function dieOf(...seeds: readonly (string | number | undefined)[]): Die {
  const seed = JSON.stringify(seeds.map((each) => each ?? null));
  return (why) => fraction(`${seed}\n${why}`);
}

/** A number from the standard normal distribution (Box and Muller). */
export function normal(die: Die, why: string): number {
  const radius = Math.sqrt(-2 * Math.log(1 - die(`${why}, radius`)));
  return radius * Math.cos(2 * Math.PI * die(`${why}, angle`));
}

export function shuffled<X>(items: readonly X[], die: Die, why: string): readonly X[] {
  const thrown = items.map((item, i) => ({ item, order: die(`${why} ${String(i)}`) }));
  return thrown.sort((a, b) => a.order - b.order).map(({ item }) => item);
}

function fraction(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 12), 16) / 2 ** 48;
}

/** Time that passed, and time that this process kept processors busy, its threads included; in ms. */
export interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Measures from now until it is called; it may be called again. */
export function meter(): () => Spent {
  const began = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
  };
}

/** What lies between two readings of one meter. */
export function between(from: Spent, to: Spent): Spent {
  return { ms: to.ms - from.ms, cpuMs: to.cpuMs - from.cpuMs };
}

/** Several measurements of the same, of which the middle one counts. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return {
    median: middle.reduce((sum, value) => sum + value, 0) / middle.length,
    least: sorted[0] ?? NaN,
    most: sorted.at(-1) ?? NaN,
  };
}

/** A spread in words: the median, and in brackets from where to where it went. */
export function spreadText({ median, least, most }: Spread): string {
  return `${shortly(median)} (${shortly(least)}–${shortly(most)})`;
}

/** A number with three digits that mean something. */
export function shortly(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** A share between 0 and 1 in percent, with a no-break space: '84.4 %'. */
export function inPercent(share: number, digits = 1): string {
  return `${points(share, digits)}\u00a0%`;
}

/** The same without its unit, for columns that have it in their head. */
export function points(share: number, digits = 1): string {
  return decimal(share * 100, digits);
}

/** An interval of shares: '77.9 to 89.3'. */
export function interval(low: number, high: number, digits = 1): string {
  return `${points(low, digits)} to ${points(high, digits)}`;
}

/** A number with so many digits after the point, and a minus that is one. */
export function decimal(value: number, digits: number): string {
  const words = value.toFixed(digits);
  if (Number(words) === 0) return words.replace('-', '');
  return words.replace('-', '\u2212');
}

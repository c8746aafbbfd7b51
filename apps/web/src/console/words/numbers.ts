/** A whole number with its thousands set apart. */
export function grouped(count: number): string {
  return whole.format(count);
}

/** A number and its thing, in the number that is right: "1 run", "63 runs". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)}\u00a0${count === 1 ? one : many}`;
}

/** US dollars; small sums keep what is not nought. */
export function dollars(usd: number): string {
  if (usd > 0 && usd < 0.01) return `$${usd.toPrecision(1)}`;
  return `$${cents.format(usd)}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const whole = new Intl.NumberFormat('en-GB');
const cents = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

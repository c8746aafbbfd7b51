/** The moment, in a word: tenths of a ms of the clock that all processes of a machine share. */
export function stamp(): string {
  return `t${now().toString(36)}`;
}

/** How many tenths of a ms ago a word was made; undefined for words that say nothing of it. */
export function ageOf(word: string): number | undefined {
  return /^t[0-9a-z]+$/.test(word) ? now() - parseInt(word.slice(1), 36) : undefined;
}

function now(): number {
  return Number(process.hrtime.bigint() / 100_000n);
}

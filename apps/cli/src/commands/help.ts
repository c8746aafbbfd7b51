import { InvalidArgumentError } from 'commander';

/** Examples as they stand below the help of a verb. */
export function examples(lines: readonly string[]): string {
  return ['\n\nExamples:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** A whole number above 0, as an option takes it. */
export function whole(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It takes a whole number above 0.');
}

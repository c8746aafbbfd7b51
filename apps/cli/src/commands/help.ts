import { InvalidArgumentError, type Command } from 'commander';
import type { Output } from '../output.ts';

/** Examples as they stand below the help of a verb. */
export function examples(lines: readonly string[]): string {
  return ['\n\nExamples:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** A list below the help of a verb, laid out like its options. */
export function items(command: Command, title: string, all: readonly Item[], { width }: Pick<Output, 'width'>): string {
  const help = command.createHelp();
  help.prepareContext({ helpWidth: width ?? 80 });
  const longest = Math.max(...all.map(([term]) => term.length));
  return ['', title, ...all.map(([term, words]) => help.formatItem(term, longest, words, help))].join('\n');
}

export type Item = readonly [term: string, words: string];

/** A whole number above 0, as an option takes it. */
export function whole(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It takes a whole number above 0.');
}

/** How many options of a question are kept, as an option of a verb takes it. */
export function optionCount(text: string): 'all' | number {
  if (text === 'all') return 'all';
  if (text === 'two') return 2;
  if (/^([2-9]|[1-9]\d)$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes all, two or a whole number from 2 to 99.');
}

/** The name of somebody, as an option takes it: one that can be read. */
export function nameOf(text: string): string {
  if (/^\P{C}{1,64}$/u.test(text) && text.trim() !== '') return text;
  throw new InvalidArgumentError('It takes a name of 1 to 64 characters that can be seen.');
}

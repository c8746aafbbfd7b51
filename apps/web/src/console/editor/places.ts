import type { FileFault } from '@moot/wire';

/** Where a fault stands in a text, as offsets of the editor. A fault without a line stands at the beginning. */
export function spanOf(text: string, { line, column }: Pick<FileFault, 'line' | 'column'>): Span {
  const start = lineStart(text, line ?? 1);
  const end = lineEnd(text, start);
  const from = Math.min(end, start + Math.max(0, (column ?? 1) - 1));
  return { from, to: from + wordAt(text.slice(from, end)) };
}

/** Faults without those that are said twice, in the order of the file. */
export function merged(...lists: readonly (readonly FileFault[])[]): readonly FileFault[] {
  const byWords = new Map(lists.flat().map((fault) => [faultWords(fault), fault]));
  return [...byWords.values()].toSorted((one, other) => order(one) - order(other));
}

/** A fault in words, with its place: the same under the editor as in its margin. */
export function faultWords(fault: FileFault): string {
  const { place, field, why } = faultParts(fault);
  return [place, field, why].filter((part) => part !== '').join(' ');
}

export function faultParts({ line, column, field, why }: FileFault) {
  const place = line === null ? '' : `${line}:${column ?? 1}`;
  return { place, field: field === null || why.startsWith(field) ? '' : `${field}:`, why };
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

function order({ line, column }: FileFault): number {
  return (line ?? 0) * 100_000 + (column ?? 0);
}

/** The offset of a line that counts from 1; beyond the last line, the last. */
function lineStart(text: string, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return start;
    start = end + 1;
  }
  return start;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** How long what stands here is: a word, or one sign. */
function wordAt(rest: string): number {
  const word = /^[^\s:,{}[\]#]+/.exec(rest)?.[0] ?? '';
  return Math.max(word.length, Math.min(1, rest.length));
}

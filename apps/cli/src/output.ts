import Table from 'cli-table3';
import { shown } from './text.ts';

/** Where a command writes. */
export interface Output {
  /** A line of the result. */
  line(text: string): void;
  /** A line for whoever watches: progress and remarks, kept out of the result. */
  remark(text: string): void;
  readonly isTerminal: boolean;
}

export const terminal: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  remark: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stderr.isTTY,
};

export type Cell = string | number | boolean | null | undefined;

/** A table in plain characters; numbers stand to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const alignments = head.map((_, i) => (rows.length > 0 && rows.every((row) => isNumber(row[i])) ? 'right' : 'left'));
  const table = new Table({
    head: head.map(shown),
    chars: RULES,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
    colAligns: alignments,
  });
  table.push(...rows.map((row) => row.map((cell) => shown(cell === null || cell === undefined ? '' : String(cell)))));
  const [first = '', ...rest] = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const width = Math.max(...[first, ...rest].map(({ length }) => length));
  return [first, '─'.repeat(width), ...rest].join('\n');
}

const RULES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

function isNumber(cell: Cell): boolean {
  return cell === null || cell === undefined || typeof cell === 'number' || /^[-+−]?[\d.,]+ ?%?$/.test(String(cell));
}

export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

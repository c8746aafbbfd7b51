import Table from 'cli-table3';
import { shown } from './text.ts';

export type Cell = string | number | boolean | null | undefined;
type Row = readonly Cell[];

/** A table in plain characters, numbers to the right; where it is wider than the terminal, a line for each field instead. */
export function tableOf(head: readonly string[], rows: readonly Row[], width?: number): string {
  const grid = gridOf(head, rows);
  const widest = Math.max(...grid.map(({ length }) => length));
  const [first = '', ...rest] = grid;
  if (width !== undefined && widest > width && rows.length > 0) return recordsOf(head, rows);
  return [first, '─'.repeat(widest), ...rest].join('\n');
}

function gridOf(head: readonly string[], rows: readonly Row[]): readonly string[] {
  const alignments = head.map((_, i) => (rows.length > 0 && rows.every((row) => isNumber(row[i])) ? 'right' : 'left'));
  const table = new Table({
    head: head.map(text),
    chars: NO_RULES,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
    colAligns: alignments,
  });
  table.push(...rows.map((row) => row.map(text)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

function recordsOf(head: readonly string[], rows: readonly Row[]): string {
  const names = head.map(text);
  const longest = Math.max(...names.map(({ length }) => length));
  const record = (row: Row) =>
    names.map((name, i) =>
      `${name.padEnd(longest)}  ${text(row[i]).replaceAll('\n', `\n${' '.repeat(longest + 2)}`)}`.trimEnd(),
    );
  return rows.map((row) => record(row).join('\n')).join('\n\n');
}

function text(cell: Cell): string {
  return cell === null || cell === undefined ? '' : shown(String(cell)).replaceAll('\t', '  ');
}

const NO_RULES = {
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

import stringWidth from 'string-width';
import { shown } from './text.ts';

export type Cell = string | number | boolean | null | undefined;
type Row = readonly Cell[];

/** A table in plain characters, numbers to the right; where it is wider than the terminal, a line for each field instead. */
export function tableOf(head: readonly string[], rows: readonly Row[], width?: number): string {
  const names = head.map(text);
  const cells = rows.map((row) => row.map(text));
  const columns = names.map((name, i) => ({
    width: widest([name, ...cells.map((row) => row[i] ?? '')]),
    isNumeric: rows.length > 0 && rows.every((row) => isNumber(row[i])),
  }));
  const all = columns.reduce((sum, column) => sum + column.width, GAP.length * (columns.length - 1));
  if (width !== undefined && all > width && rows.length > 0) return recordsOf(names, cells);
  return [names, ...cells]
    .map((row, i) => linesOf(row, columns).join('\n') + (i === 0 ? `\n${'─'.repeat(all)}` : ''))
    .join('\n');
}

const GAP = '  ';

interface Column {
  readonly width: number;
  readonly isNumeric: boolean;
}

/** The lines of one row: as many as its longest cell has. */
function linesOf(row: readonly string[], columns: readonly Column[]): readonly string[] {
  const cells = row.map((cell) => cell.split('\n'));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const parts = columns.map((column, i) => aligned(cells[i]?.[line] ?? '', column));
    return parts.join(GAP).trimEnd();
  });
}

function aligned(cell: string, { width, isNumeric }: Column): string {
  const space = ' '.repeat(Math.max(width - stringWidth(cell), 0));
  return isNumeric ? space + cell : cell + space;
}

function recordsOf(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const longest = widest(names);
  const indent = `\n${' '.repeat(longest)}${GAP}`;
  const field = (name: string, cell = '') =>
    `${aligned(name, { width: longest, isNumeric: false })}${GAP}${cell.replaceAll('\n', indent)}`.trimEnd();
  return rows.map((row) => names.map((name, i) => field(name, row[i])).join('\n')).join('\n\n');
}

function text(cell: Cell): string {
  return cell === null || cell === undefined ? '' : shown(String(cell)).replaceAll('\t', '  ');
}

function isNumber(cell: Cell): boolean {
  return cell === null || cell === undefined || typeof cell === 'number' || /^[-+−]?[\d.,]+ ?%?$/.test(String(cell));
}

function widest(cells: readonly string[]): number {
  let most = 0;
  for (const cell of cells) for (const line of cell.split('\n')) most = Math.max(most, stringWidth(line));
  return most;
}

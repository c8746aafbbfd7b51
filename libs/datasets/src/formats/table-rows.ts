import type { Spot } from '@moot/experiment';
import { table } from '../files/table.ts';
import { fault, type Fault } from '../rows/fault.ts';
import type { Flaw } from '../rows/flaw.ts';

/** The rows of a delimited file under the columns that its first record tells; blank rows are passed over. */
export async function* tableRows<C extends Layout>(
  file: string,
  layoutOf: (first: readonly string[]) => C | Flaw,
): AsyncGenerator<TableRow<C> | Fault> {
  let layout: C | undefined;
  let first: readonly string[] = [];

  for await (const record of table(file)) {
    if (record.kind === 'fault') {
      yield renamed(record, first, layout?.unnamed);
      return;
    }
    const at = { file, line: record.line };
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    if (layout !== undefined) {
      yield rowOf(record.cells, layout, at);
      continue;
    }
    const found = layoutOf(record.cells);
    if (isFlaw(found)) {
      yield fault({ ...at, field: found.field }, found.why);
      return;
    }
    layout = found;
    first = record.cells;
    if (found.unnamed !== undefined) yield rowOf(record.cells, found, at);
  }
  if (layout === undefined) yield fault({ file, line: 1 }, 'The file is empty. Its first line must name the columns.');
}

/** What the first record tells of all. */
export interface Layout {
  readonly count: number;
  /** Where a column stands; -1 where it is left out. */
  readonly place: (name: string) => number;
  /** Names for the columns of a file whose first record is a row already. */
  readonly unnamed?: readonly string[];
}

export interface TableRow<C extends Layout> {
  readonly kind: 'row';
  readonly at: Spot;
  readonly layout: C;
  readonly cell: Cell;
}

/** What stands in a column of the row, without the space around it; empty where there is no such column. */
export type Cell = (column: string) => string;

function isFlaw(found: Layout | Flaw): found is Flaw {
  return 'why' in found;
}

function rowOf<C extends Layout>(cells: readonly string[], layout: C, at: Spot): TableRow<C> | Fault {
  if (cells.length !== layout.count) return fault(at, otherCount(cells.length, layout));
  return { kind: 'row', at, layout, cell: (column) => cells[layout.place(column)]?.trim() ?? '' };
}

function otherCount(cells: number, { count, unnamed }: Layout): string {
  const first = unnamed === undefined ? `names ${String(count)} columns` : `has ${String(count)}`;
  return (
    `This row has ${String(cells)} cells, and the first line ${first}. ` +
    'Separate the cells as in the first line, and quote a cell that holds the separator.'
  );
}

/** A table takes the cells of the first record for the names of the columns. */
function renamed(found: Fault, first: readonly string[], unnamed: readonly string[] | undefined): Fault {
  const field = unnamed?.[first.indexOf(found.at.field ?? '')];
  return field === undefined ? found : fault({ ...found.at, field }, found.why);
}

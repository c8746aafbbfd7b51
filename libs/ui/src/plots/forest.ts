import { interval, inPercent, points } from './numbers.ts';

/** One line of a forest plot: a share with its interval, and out of how many. */
export interface ForestRow {
  readonly name: string;
  readonly n: number;
  /** How many of them the share leaves out, since they say nothing. */
  readonly leftOut: number;
  /** What stands beside the name, such as 'simulated'. */
  readonly note?: string;
  /** Absent where nothing could be estimated. */
  readonly share?: { readonly value: number; readonly low: number; readonly high: number };
}

/** Fewer than these are drawn hollow: too few to compare. */
export const FEW = 10;

/** A row as it is drawn, with its place counted from above. */
export interface DrawnRow {
  readonly y: number;
  readonly name: string;
  readonly n: string;
  readonly value: string;
  readonly interval: string;
  readonly share?: { readonly value: number; readonly low: number; readonly high: number };
  readonly dot: 'filled' | 'hollow';
}

export function drawnRows(rows: readonly ForestRow[]): readonly DrawnRow[] {
  return rows.map(({ name, note, n, leftOut, share }, i) => ({
    y: i + 0.5,
    name: note === undefined ? name : `${name}, ${note}`,
    n: leftOut === 0 ? String(n) : `${n}, ${leftOut} abstained`,
    value: share ? points(share.value) : '–',
    interval: share ? interval(share.low, share.high) : '',
    ...(share && { share }),
    dot: n - leftOut < FEW ? 'hollow' : 'filled',
  }));
}

/** Where the axis begins and ends, and its ticks: by tenths or by quarters as there is room, 100 % always in sight. */
export interface Axis {
  readonly from: number;
  readonly ticks: readonly number[];
}

/** The tenth below everything that is drawn, and half a tenth of air. */
export function axisOf(rows: readonly ForestRow[], chance: number, room: 'broad' | 'narrow'): Axis {
  const lowest = Math.min(chance, ...rows.flatMap(({ share }) => (share ? [share.low] : [])));
  const tenths = Math.max(0, Math.floor((lowest - 0.05) * 10 + 1e-9));
  const step = room === 'broad' ? 1 : Math.ceil((10 - tenths) / 4);
  const ticks = Array.from({ length: Math.floor((10 - tenths) / step) + 1 }, (_, i) => (10 - i * step) / 10);
  return { from: tenths / 10, ticks: ticks.reverse() };
}

export function axisWords({ from }: Axis, what: string): string {
  return `${what}; the axis begins at ${inPercent(from, 0)}`;
}

/** What the figure shows, for somebody who does not see it. */
export function findingOf(rows: readonly ForestRow[]): string {
  const words = drawnRows(rows).map(({ name, n, value, interval: between, share }) =>
    share
      ? `${name}: ${value}\u00a0%, 95\u00a0% interval ${between}, verdicts: ${n}`
      : `${name}: nothing to estimate yet, verdicts: ${n}`,
  );
  return `Share of verdicts that are right. ${words.join('. ')}.`;
}

/** How the figure is laid out in the width it has: with columns at the right, or with two lines a row. */
export interface Layout {
  readonly room: 'broad' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function layoutOf(width: number, rows: number): Layout {
  const isBroad = width >= 760;
  const [top, bottom] = [28, 52];
  const height = top + bottom + Math.max(1, rows) * (isBroad ? 34 : 58);
  if (!isBroad) return { room: 'narrow', width, height, left: 18, right: 22, top, bottom };
  return { room: 'broad', width, height, left: Math.round(Math.min(260, width * 0.24)), right: 292, top, bottom };
}

import type { Table } from '../benchmark.ts';
import { shortly, spread } from '../measure.ts';
import type { Desks } from './index.ts';
import type { Start } from './starts.ts';

/** One thing that was measured, with the most that it may be. */
export interface Budget {
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** The middle one, which counts. */
  readonly value: number;
  readonly most?: number;
  readonly verdict?: 'within' | 'over';
}

export function budgetsOf(starts: readonly Start[], { prompt, busy }: Desks): readonly Budget[] {
  const scripts = prompt[0]?.scripts ?? [];
  const kilobytes = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const longest = Math.max(0, ...busy.longWhile);
  return [
    budget(
      'npm start to its address',
      's',
      starts.map(({ addressMs }) => addressMs / 1000),
      6,
    ),
    budget(
      '  to the first page',
      's',
      starts.map(({ pageMs }) => pageMs / 1000),
      6,
    ),
    budget(
      'a run opened to its first words',
      's',
      prompt.map(({ firstWordsMs }) => firstWordsMs / 1000),
      2,
    ),
    budget(
      '  longest task before them',
      'ms',
      prompt.map(({ longBefore }) => Math.max(0, ...longBefore)),
    ),
    budget('two speak quickly, for', 's', [busy.speakingMs / 1000]),
    budget('  characters on the page', '', [busy.characters]),
    budget('  longest task', 'ms', [longest], 100),
    budget('  tasks over 100 ms', '', [busy.longWhile.filter((ms) => ms > 100).length], 0),
    budget('  tasks over 50 ms', '', [busy.longWhile.length]),
    budget('scripts of the page, transferred', 'kB', [kilobytes(scripts.map(({ transferred }) => transferred))], 250),
    budget('  gzipped', 'kB', [kilobytes(scripts.map(({ gzipped }) => gzipped))]),
  ];
}

function budget(what: string, unit: string, values: readonly number[], most?: number): Budget {
  const value = spread(values).median;
  return {
    what,
    unit,
    values,
    value,
    ...(most !== undefined && { most, verdict: value <= most ? 'within' : 'over' }),
  };
}

export function startTable(budgets: readonly Budget[]): Table {
  return {
    title: 'In a browser: the median counts',
    head: ['', 'each', 'median', 'budget', ''],
    rows: budgets.map(({ what, unit, values, value, most, verdict }) => [
      what,
      values.length > 1 ? values.map(shortly).join(', ') : '',
      `${shortly(value)} ${unit}`.trim(),
      most === undefined ? '' : `${most} ${unit}`.trim(),
      verdict ?? '',
    ]),
  };
}

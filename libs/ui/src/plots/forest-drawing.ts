import * as Plot from '@observablehq/plot';
import {
  axisOf,
  axisWords,
  drawnRows,
  layoutOf,
  type Axis,
  type DrawnRow,
  type ForestRow,
  type Layout,
} from './forest.ts';
import { inPercent } from './numbers.ts';

export interface Forest {
  readonly rows: readonly ForestRow[];
  /** A share that guessing would reach, and how its rule is labelled. */
  readonly chance: { readonly share: number; readonly words: string };
  /** What the shares are of. */
  readonly what: string;
}

/** A forest plot for the width it has. Loaded with Observable Plot, when there is something to draw. */
export function forestDrawing({ rows, chance, what }: Forest, width: number): Element {
  const layout = layoutOf(width, rows.length);
  const axis = axisOf(rows, chance.share, layout.room);
  const drawn = drawnRows(rows);
  const columns = layout.room === 'broad' ? columnsBeside(drawn, layout) : columnsAbove(drawn, layout);
  const drawing = Plot.plot({
    width,
    height: layout.height,
    marginLeft: layout.left,
    marginRight: layout.right,
    marginTop: layout.top,
    marginBottom: layout.bottom,
    className: 'forest-svg',
    style: { fontFamily: 'var(--sans)', fontSize: '13px', color: 'var(--ink-2)', background: 'none' },
    x: { domain: [axis.from, 1] },
    y: { domain: [0, Math.max(1, rows.length)], reverse: true, axis: null },
    marks: [...ground(axis, chance, what), ...estimates(drawn, layout), ...columns],
  });
  // Its rules stand in our own style sheet, since the page allows no others.
  drawing.querySelector('style')?.remove();
  // The figure is named as a whole; names of its parts, which have no role, are refused.
  for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return drawing;
}

function ground(axis: Axis, chance: Forest['chance'], what: string): Plot.Markish[] {
  const label = { label: axisWords(axis, what), labelAnchor: 'center', labelArrow: 'none', labelOffset: 42 } as const;
  return [
    Plot.ruleX(axis.ticks, { stroke: 'var(--line)' }),
    Plot.axisX(axis.ticks, { tickFormat: tick, tickSize: 0, color: 'var(--ink-3)', ...label }),
    Plot.ruleX([chance.share], { stroke: 'var(--ink-2)', strokeWidth: 1.2, strokeDasharray: '2 4', insetTop: -6 }),
    Plot.text([chance], { x: 'share', text: 'words', frameAnchor: 'top', dy: -20, fill: 'var(--ink-2)' }),
  ];
}

/** The interval is drawn before the estimate. In two lines a row, it is the second. */
function estimates(drawn: readonly DrawnRow[], { room }: Layout): Plot.Markish[] {
  const known = drawn.flatMap(({ share, ...row }) => (share ? [{ ...row, ...share }] : []));
  const dy = room === 'broad' ? 0 : 10;
  return [
    Plot.link(known, {
      x1: 'low',
      x2: 'high',
      y: 'y',
      dy,
      stroke: 'var(--ink)',
      strokeWidth: 1.8,
      strokeLinecap: 'round',
    }),
    Plot.dot(known, {
      x: 'value',
      y: 'y',
      dy,
      r: 5.5,
      fill: ({ dot }: DrawnRow) => (dot === 'filled' ? 'var(--ink)' : 'var(--paper)'),
      stroke: 'var(--ink)',
      strokeWidth: 1.8,
    }),
  ];
}

const NAME = { fill: 'var(--ink)', fontWeight: 620, textOverflow: 'ellipsis-end' } as const;

function columnsBeside(drawn: readonly DrawnRow[], { left, right }: Layout): Plot.Markish[] {
  const at = (dx: number) => ({ y: 'y', frameAnchor: 'right', textAnchor: 'end', dx }) as const;
  const head = (dx: number) =>
    ({ frameAnchor: 'top-right', textAnchor: 'end', dx, dy: -20, fill: 'var(--ink-3)' }) as const;
  return [
    Plot.text(drawn, {
      ...NAME,
      y: 'y',
      text: 'name',
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: -left,
      lineWidth: (left - 16) / 13,
    }),
    Plot.text(drawn, { ...at(right - 214), text: 'n' }),
    Plot.text(drawn, { ...at(right - 112), text: 'value', fill: 'var(--ink)', fontWeight: 620 }),
    Plot.text(drawn, { ...at(right - 1), text: 'interval' }),
    Plot.text(['verdicts'], head(right - 214)),
    Plot.text(['right, 95\u00a0% interval'], head(right - 1)),
  ];
}

function columnsAbove(drawn: readonly DrawnRow[], { left, right, width }: Layout): Plot.Markish[] {
  // A halo, since the rules of the axis run through them.
  const above = { y: 'y', dy: -12, stroke: 'var(--paper)', strokeWidth: 5 } as const;
  const words = drawn.map((row) => ({
    ...row,
    words: [`${row.value}${row.interval === '' ? '' : `, ${row.interval}`}`, `n\u00a0=\u00a0${row.n}`].join('; '),
  }));
  return [
    Plot.text(words, {
      ...above,
      ...NAME,
      text: 'name',
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: -left,
      lineWidth: (width * 0.44) / 13,
    }),
    Plot.text(words, {
      ...above,
      text: 'words',
      fill: 'var(--ink-2)',
      frameAnchor: 'right',
      textAnchor: 'end',
      dx: right - 1,
    }),
  ];
}

function tick(share: number): string {
  return inPercent(share, 0);
}

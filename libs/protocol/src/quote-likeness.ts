import { stretch, type Row, type Stretch, type Token } from './quote-matching.ts';
import { likelyWindows, shapesOf, type Shape, type Window } from './quote-windows.ts';

export interface Near {
  readonly ratio: number;
  readonly at: Stretch;
}

/** The least likeness at which a stretch of the source counts as near a quote. */
const LEAST_LIKENESS = 0.8;
/** Characters of a quote beyond which it is looked up but not compared. */
export const MOST_COMPARED = 2000;

/**
 * The stretch of a source that a quote is most like, if it is like enough. Likeness is 1 − cost / length of the longer of the
 * two, in words, for their cheapest alignment: a word missing or too many costs 1; a word for another the share of letters
 * to be changed, or 1 if that is more than half; signs count ¼. Case, white space and typography cost nothing.
 */
export function nearest(source: readonly Token[], shapes: readonly Shape[], quote: readonly Token[]): Near | undefined {
  const sought = shapesOf(quote);
  let best: Alignment | undefined;
  for (const window of likelyWindows(shapes, sought)) {
    const next = aligned(sought, shapes, window, best?.ratio ?? LEAST_LIKENESS);
    if (isBetter(next, best)) best = next;
  }
  return best && { ratio: best.ratio, at: stretch(source, best) };
}

/** Longer words are the same or not. */
const LONGEST_WORD = 40;

interface Alignment extends Row {
  readonly ratio: number;
}

function isBetter(next: Alignment | undefined, best: Alignment | undefined): boolean {
  return next !== undefined && (best === undefined || next.ratio > best.ratio);
}

/** The part of a window that a quote is changed into at the least cost, if the two are at least that like. */
function aligned(
  quote: readonly Shape[],
  source: readonly Shape[],
  { from, to }: Window,
  least: number,
): Alignment | undefined {
  const window = source.slice(from, to);
  // No part weighs more than the quote and the cost together: so much may an alignment cost that is like enough.
  const most = (weighed(quote) * (1 - least)) / least + 1e-9;
  let row = unbegun(window.length);
  for (const shape of quote) {
    row = lengthened(row, shape, window);
    if (row.costs.every((cost) => cost > most)) return undefined;
  }
  const cost = Math.min(...row.costs);
  const after = row.costs.lastIndexOf(cost);
  const first = row.firsts[after] ?? 0;
  const ratio = 1 - cost / Math.max(weighed(quote), weighed(window.slice(first, after)));
  return ratio < least ? undefined : { ratio, first: from + first, last: from + after - 1 };
}

/** Alignments of the beginning of a quote, by where in the window they end: what each costs, and where it begins. */
interface Ends {
  readonly costs: Float64Array;
  readonly firsts: Int32Array;
}

/** Before its first word a quote may begin anywhere. */
function unbegun(length: number): Ends {
  return { costs: new Float64Array(length + 1), firsts: Int32Array.from({ length: length + 1 }, (_, i) => i) };
}

/** The same with one shape more of the quote: changed into one of the window, or missing there; or the window has one too many. */
function lengthened({ costs, firsts }: Ends, shape: Shape, window: readonly Shape[]): Ends {
  const next = { costs: new Float64Array(costs.length), firsts: new Int32Array(costs.length) };
  next.costs[0] = (costs[0] ?? 0) + shape.weight;
  for (const [i, other] of window.entries()) {
    const changed = (costs[i] ?? 0) + change(shape, other);
    const missing = (costs[i + 1] ?? 0) + shape.weight;
    const added = (next.costs[i] ?? 0) + other.weight;
    const cheapest = Math.min(changed, missing, added);
    next.costs[i + 1] = cheapest;
    next.firsts[i + 1] =
      (cheapest === changed ? firsts[i] : cheapest === missing ? firsts[i + 1] : next.firsts[i]) ?? 0;
  }
  return next;
}

function weighed(shapes: readonly Shape[]): number {
  return shapes.reduce((sum, { weight }) => sum + weight, 0);
}

function change(a: Shape, b: Shape): number {
  if (a.name === b.name) return 0;
  const most = Math.max(a.weight, b.weight);
  const longer = Math.max(a.name.length, b.name.length);
  const least = Math.max(
    bits(a.letters & ~b.letters),
    bits(b.letters & ~a.letters),
    Math.abs(a.name.length - b.name.length),
  );
  if (a.weight !== b.weight || longer > LONGEST_WORD || 2 * least > longer) return most;
  const share = distance(a.name, b.name) / longer;
  return share > 0.5 ? most : share * most;
}

function bits(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many letters are to be changed, added or left out to make one word of another (Levenshtein). */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    let diagonal = i;
    row[0] = i + 1;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      const changed = diagonal + (a[i] === b[j] ? 0 : 1);
      row[j + 1] = Math.min(changed, above + 1, (row[j] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

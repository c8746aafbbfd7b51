import { LETTER_OR_DIGIT, type Token } from './quote-matching.ts';

/** A few stretches of the source with most of the quote's letter triples, apart from each other, and somewhat longer than the quote. */
export function likelyWindows(source: readonly Shape[], quote: readonly Shape[]): readonly Window[] {
  const margin = Math.ceil(quote.length / 4) + 2;
  const chosen: number[] = [];
  for (const { last } of peaks(source, quote)) {
    if (chosen.length === MOST_WINDOWS) break;
    if (chosen.every((other) => Math.abs(other - last) > margin)) chosen.push(last);
  }
  return chosen.map((last) => ({ from: Math.max(0, last - quote.length - margin), to: last + margin + 1 }));
}

/** A stretch of the source, in tokens; `to` is not part of it. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A word or sign as it is compared with others that are not quite the same. */
export interface Shape {
  readonly name: string;
  /** 1 for a word, ¼ for a sign. */
  readonly weight: number;
  /** Its letters by threes, with a space at either end, as small numbers that seldom coincide. */
  readonly triples: readonly number[];
  /** Which letters it has: a bit for each, some sharing one. */
  readonly letters: number;
}

/** The shapes of a text's tokens; tokens that read alike share one. */
export function shapesOf(tokens: readonly Token[]): readonly Shape[] {
  const known = new Map<string, Shape>();
  return tokens.map(({ name }) => {
    const shape = known.get(name) ?? shapeOf(name);
    known.set(name, shape);
    return shape;
  });
}

const TRIPLES = 1 << 14;
const MOST_WINDOWS = 4;
/** The share of a quote's letter triples that a stretch must have to be worth comparing. */
const LEAST_SHARED = 0.3;

function shapeOf(name: string): Shape {
  const padded = ` ${name} `;
  const triples: number[] = [];
  let letters = 0;
  for (let i = 1; i < padded.length - 1; i++) {
    const code = padded.charCodeAt(i - 1) * 961 + padded.charCodeAt(i) * 31 + padded.charCodeAt(i + 1);
    triples.push(code % TRIPLES);
    letters |= 1 << (padded.charCodeAt(i) & 31);
  }
  return { name, weight: LETTER_OR_DIGIT.test(name) ? 1 : 0.25, triples, letters };
}

/** The place with most of a quote's triples before it in every half quote's length of source, the best first. */
function peaks(source: readonly Shape[], quote: readonly Shape[]) {
  const wanted = new Int32Array(TRIPLES);
  for (const { triples } of quote) for (const triple of triples) wanted[triple] = (wanted[triple] ?? 0) + 1;
  const least = LEAST_SHARED * quote.reduce((sum, { triples }) => sum + triples.length, 0);
  const half = Math.ceil(quote.length / 2);
  const best: { last: number; shared: number }[] = [];
  let shared = 0;
  for (let last = 0; last < source.length; last++) {
    shared += entering(wanted, source[last]) - leaving(wanted, source[last - quote.length]);
    const block = Math.floor(last / half);
    if (shared > (best[block]?.shared ?? -1)) best[block] = { last, shared };
  }
  return best.filter((peak) => peak.shared >= least).sort((a, b) => b.shared - a.shared);
}

/** How many of the triples that come with a shape were still wanted. */
function entering(wanted: Int32Array, shape: Shape | undefined): number {
  if (!shape) return 0;
  let found = 0;
  for (const triple of shape.triples) {
    const left = wanted[triple] ?? 0;
    wanted[triple] = left - 1;
    if (left > 0) found++;
  }
  return found;
}

/** How many of the triples that go with a shape are wanted again. */
function leaving(wanted: Int32Array, shape: Shape | undefined): number {
  if (!shape) return 0;
  let lost = 0;
  for (const triple of shape.triples) {
    const left = (wanted[triple] ?? 0) + 1;
    wanted[triple] = left;
    if (left > 0) lost++;
  }
  return lost;
}

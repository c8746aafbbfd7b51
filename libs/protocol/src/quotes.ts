import { MOST_COMPARED, nearest } from './quote-likeness.ts';
import {
  exactTokens,
  foldedTokens,
  found,
  foundInOrder,
  withoutMarksAround,
  wordsIn,
  type QuotePart,
  type Stretch,
  type Token,
} from './quote-matching.ts';
import { shapesOf, type Shape } from './quote-windows.ts';

/** A source made ready for looking up quotes; worth keeping, since making it costs more than a look-up. */
export interface SourceIndex {
  readonly exact: readonly Token[];
  readonly folded: readonly Token[];
  /** What the folded tokens are compared by. */
  readonly shapes: readonly Shape[];
}

/** What stands between quote tags in a speech; the offsets are those of the inner text. */
export interface QuoteSpan extends Stretch {
  readonly text: string;
}

/** A quote and what the source says of it. */
export type CheckedQuote = QuoteSpan & Finding;

/**
 * verbatim: character for character, a line break counting as a space. normalised: but for case, white space, typography,
 * and quotation marks around it. ellipsis-parts: its parts between … or [...] stand in the source one after the other.
 * near: at least LEAST_LIKENESS like some stretch of it. empty: no letter and no digit. absent: anything else, also what
 * has fewer than three words. source-missing: what was quoted is in no source that is left, so nothing can be said; only runs
 * of the past have it. `at` is a stretch of the source.
 */
type Finding =
  | { readonly status: 'verbatim' | 'normalised'; readonly at: Stretch }
  | { readonly status: 'ellipsis-parts'; readonly at: Stretch; readonly parts: readonly QuotePart[] }
  | { readonly status: 'near'; readonly at: Stretch; readonly ratio: number }
  | { readonly status: 'absent' | 'empty' | 'source-missing' };

export type QuoteStatus = Finding['status'];

/** The quotes of a speech. A quote inside another is part of it; one never closed ends where the next begins, or with the text. */
export function quotesIn(text: string): readonly QuoteSpan[] {
  const tags = quoteTags(text);
  const closing = closingTags(tags);
  const spans: QuoteSpan[] = [];
  let next = 0;
  for (const [i, tag] of tags.entries()) {
    if (i < next || tag.kind === 'closing') continue;
    next = closing.get(i) ?? i + 1;
    const end = tags[next]?.start ?? text.length;
    spans.push({ text: withoutQuoteTags(text.slice(tag.end, end)), start: tag.end, end });
  }
  return spans;
}

export function sourceIndex(source: string): SourceIndex {
  const folded = foldedTokens(source);
  return { exact: exactTokens(source), folded, shapes: shapesOf(folded) };
}

/** What the source says of each quote of a speech, in the order of the speech. */
export function checkQuotes(index: SourceIndex, text: string): readonly CheckedQuote[] {
  return quotesIn(text).map((span, i) => ({
    ...span,
    ...(i < MOST_QUOTES ? finding(index, span.text) : notFound(span.text)),
  }));
}

/** A speech with what was found written into its quote tags. Whatever else in it looks like such a tag is made plain text. */
export function markQuotes(text: string, checked: readonly CheckedQuote[]): string {
  const before = (i: number) => checked[i - 1]?.end ?? 0;
  const marked = checked.map(({ start, end, status }, i) => {
    return `${plain(text.slice(before(i), start))}<quote status="${status}">${plain(text.slice(start, end))}</quote>`;
  });
  return marked.join('') + plain(text.slice(before(checked.length)));
}

export function withoutQuoteTags(text: string): string {
  return text.replace(TAG, '');
}

/** The text with its tags as they are meant: `<quote>` and `</quote>`. Attributes count in no length, so nobody is to read them. */
export function bareQuoteTags(text: string): string {
  return text.replace(TAG, (tag, slash) => (isClosing(tag, slash) ? '</quote>' : '<quote>'));
}

export interface QuoteTag extends Stretch {
  readonly kind: 'opening' | 'closing';
}

/** The tags themselves, whatever their case and attributes; `<quote/>` is taken for a mistyped end. */
export function quoteTags(text: string): readonly QuoteTag[] {
  return Array.from(text.matchAll(TAG), ({ 0: tag, 1: slash, index }) => ({
    kind: isClosing(tag, slash) ? 'closing' : 'opening',
    start: index,
    end: index + tag.length,
  }));
}

const TAG = /<\s*(?:(\/)\s*)?quote(?![\p{L}\p{N}_-])[^<>]*>/giu;
const TAG_BEGINNING = /<(?=\s*(?:\/\s*)?quote)/giu;
const DOTS = String.raw`(?:(?:…|\.{3})[….]*|\. \. \.(?: \.)?)`;
const ELLIPSIS = new RegExp(String.raw`\[\s*${DOTS}\s*\]|\(\s*${DOTS}\s*\)|${DOTS}`, 'u');
const LEAST_WORDS = 3;
/** Quotes of one speech beyond which no more are looked up: they count as absent. */
const MOST_QUOTES = 200;

function isClosing(tag: string, slash: unknown): boolean {
  return slash === '/' || tag.endsWith('/>');
}

/** For each opening tag that is closed, by its place in the list, the place of the tag that closes it. */
function closingTags(tags: readonly QuoteTag[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (const [i, { kind }] of tags.entries()) {
    const opening = kind === 'opening' ? undefined : open.pop();
    if (kind === 'opening') open.push(i);
    if (opening !== undefined) found.set(opening, i);
  }
  return found;
}

function finding({ exact, folded, shapes }: SourceIndex, text: string): Finding {
  if (wordsIn(text) < LEAST_WORDS) return notFound(text);
  const verbatim = found(exact, exactTokens(text.trim()));
  if (verbatim) return { status: 'verbatim', at: verbatim };
  const quote = foldedTokens(text);
  const inner = withoutMarksAround(quote);
  const normalised = found(folded, quote) ?? (inner === quote ? undefined : found(folded, inner));
  if (normalised) return { status: 'normalised', at: normalised };
  const inParts = together(foundInOrder(folded, partsOf(text)) ?? []);
  if (inParts) return inParts;
  const near = text.length > MOST_COMPARED ? undefined : nearest(folded, shapes, quote);
  return near ? { status: 'near', ...near } : notFound(text);
}

function notFound(text: string): Finding {
  return { status: wordsIn(text) === 0 ? 'empty' : 'absent' };
}

/** What stands between the ellipses of a quote, or before the first and after the last; nothing if two of them have no word between. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(ELLIPSIS).map((part) => part.trim());
  if (parts.length === 1) return [];
  const inner = parts.slice(parts[0] === '' ? 1 : 0, parts.at(-1) === '' ? -1 : undefined);
  return inner.every((part) => wordsIn(part) > 0) ? inner : [];
}

function together(parts: readonly QuotePart[]): Finding | undefined {
  const first = parts.at(0);
  const last = parts.at(-1);
  return first && last && { status: 'ellipsis-parts', at: { start: first.at.start, end: last.at.end }, parts };
}

function plain(text: string): string {
  return withoutQuoteTags(text).replace(TAG_BEGINNING, '&lt;');
}

/** A stretch of a text, in UTF-16 units; the end is not part of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word or a single sign, and where it stands. What is found begins and ends with tokens, and so with whole words. */
export interface Token extends Stretch {
  readonly name: string;
}

/** What stands between two ellipses of a quote, and where in the source. */
export interface QuotePart {
  readonly text: string;
  readonly at: Stretch;
}

/** Where a row of tokens first stands in a text. */
export function found(text: readonly Token[], sought: readonly Token[]): Stretch | undefined {
  const row = search(text, sought, 0);
  return row && stretch(text, row);
}

/** Where the parts of a quote stand one after the other, if all of them do, whatever quotation marks are around them. */
export function foundInOrder(folded: readonly Token[], parts: readonly string[]): readonly QuotePart[] | undefined {
  const inOrder: QuotePart[] = [];
  let next = 0;
  for (const text of parts) {
    const row = search(folded, withoutMarksAround(foldedTokens(text)), next);
    if (!row) return undefined;
    inOrder.push({ text, at: stretch(folded, row) });
    next = row.last + 1;
  }
  return inOrder;
}

/** The places in a text, in tokens, of the first and the last of a row. */
export interface Row {
  readonly first: number;
  readonly last: number;
}

export function stretch(text: readonly Token[], { first, last }: Row): Stretch {
  return { start: text[first]?.start ?? 0, end: text[last]?.end ?? 0 };
}

export function withoutMarksAround(tokens: readonly Token[]): readonly Token[] {
  const isMark = ({ name }: Token) => name === '"' || name === "'";
  const first = tokens.findIndex((token) => !isMark(token));
  const last = tokens.findLastIndex((token) => !isMark(token));
  return last - first + 1 === tokens.length ? tokens : tokens.slice(first, last + 1);
}

/** How many words a text has: single characters where a script sets no spaces, otherwise what stands between spaces and dashes. */
export function wordsIn(text: string): number {
  return text.split(GAP).filter((run) => LETTER_OR_DIGIT.test(run)).length;
}

/** One that can be seen: some letters of Unicode are blanks. */
export const LETTER_OR_DIGIT = /(?!\p{DI})[\p{L}\p{N}]/u;

/** Every character counts; a run of white space with a line break in it is a space. */
export function exactTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of piecesOf(text, EXACT)) {
    const end = start + piece.length;
    tokens.push({ name: LINE_BREAK.test(piece) ? ' ' : piece, start, end });
    start = end;
  }
  return tokens;
}

/** Case, white space, typography and Unicode's several ways of writing the same do not count. */
export function foldedTokens(text: string): readonly Token[] {
  const { plain, starts, ends } = folded(text);
  const tokens: Token[] = [];
  let at = 0;
  for (const piece of piecesOf(plain, FOLDED)) {
    const [start, end] = [starts[at], ends[at + piece.length - 1]];
    at += piece.length;
    if (start !== undefined && end !== undefined && !SPACE.test(piece))
      tokens.push({ name: nameOf(piece), start, end });
  }
  return tokens;
}

// Scripts without spaces between words: each character is a word of its own.
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const LETTER = String.raw`(?:[A-Za-z0-9]|(?!${UNSPACED})[\p{L}\p{M}\p{N}])`;
// What does not end a word: an apostrophe (don't), a soft hyphen or the like, a point or comma between digits (3.5).
const JOINT = String.raw`(?:['’_\u00ad\u200b-\u200d\u2060]|(?<=\p{N})[.,](?=\p{N}))`;
const WORD = String.raw`${UNSPACED}\p{M}*|${LETTER}+(?:${JOINT}${LETTER}+)*`;
const EXACT = new RegExp(String.raw`${WORD}|\s+|[^]`, 'gu');
const FOLDED = new RegExp(String.raw`${WORD}|-(?:\s*-)*|\.(?:\s*\.)+|''|\s+|[^]`, 'gu');
const GAP = new RegExp(String.raw`\s+|--+|[\u2012-\u2015]|(?=${UNSPACED})`, 'u');
const SPACE = /^\s/;
const LINE_BREAK = /[\n\r\u2028\u2029]/;
// Longer rows of combining marks are cut into several: no text has them, and putting them in order is slow.
const PIECE = /[\t-~]+|[^]\p{M}{0,30}/gu;

/** A text cut up by a pattern that leaves nothing out. */
function piecesOf(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern) ?? [];
}

/** A dash of any length is one sign, so are points of any number beyond one, and two single quotation marks. */
function nameOf(piece: string): string {
  if (piece.startsWith('-')) return '-';
  if (piece === "''") return '"';
  return piece.length > 1 && piece.startsWith('.') ? '…' : piece;
}

/** A text in its plainest form, and where each unit of that comes from. */
function folded(text: string) {
  const plain: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const piece of piecesOf(text, PIECE)) {
    const units = plainest(piece);
    const isUnitForUnit = piece <= '\x7f';
    plain.push(units);
    for (let i = 0; i < units.length; i++) {
      starts.push(isUnitForUnit ? start + i : start);
      ends.push(start + (isUnitForUnit ? i + 1 : piece.length));
    }
    start += piece.length;
  }
  return { plain: plain.join(''), starts, ends };
}

/** In ASCII as many units as before; upper case and back makes one of ß and ss, ς and σ. */
function plainest(piece: string): string {
  if (piece <= '\x7f') return piece.replaceAll('`', "'").toLowerCase();
  return piece
    .replace(/[‘’‚‛‹›´′ʼ]/gu, "'")
    .replace(/[“”„‟«»″〝〞]/gu, '"')
    .replace(/[‐-―⁃−﹘]/gu, '-')
    .replace(/\p{DI}/gu, '')
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
}

/** Where a row of tokens first stands whole, by Knuth, Morris and Pratt: each token of the text is read a few times at most. */
function search(text: readonly Token[], sought: readonly Token[], from: number): Row | undefined {
  if (sought.length === 0) return undefined;
  const shorter = overlaps(sought);
  let matched = 0;
  for (let i = from; i < text.length; i++) {
    const name = text[i]?.name;
    while (matched > 0 && name !== sought[matched]?.name) matched = shorter[matched - 1] ?? 0;
    if (name === sought[matched]?.name) matched++;
    if (matched === sought.length) return { first: i - matched + 1, last: i };
  }
  return undefined;
}

/** For each beginning of a row, the length of the longest shorter beginning with which it also ends. */
function overlaps(row: readonly Token[]): readonly number[] {
  const found: number[] = [];
  let matched = 0;
  for (const [i, { name }] of row.entries()) {
    while (matched > 0 && name !== row[matched]?.name) matched = found[matched - 1] ?? 0;
    if (i > 0 && name === row[matched]?.name) matched++;
    found.push(matched);
  }
  return found;
}

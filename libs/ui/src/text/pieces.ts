import { quotesIn, type CheckedQuote } from '@moot/protocol';

/** A stretch of a text: plain, or a quote with what the source says of it, once that is known. */
export type Piece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly check?: CheckedQuote };

/** A text as paragraphs of pieces, its quote tags taken out. What is not a tag stays as it was written. */
export function paragraphs(text: string, quotes: readonly CheckedQuote[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = [[]];
  for (const piece of pieces(text, quotes)) {
    const [first = '', ...more] = piece.kind === 'quote' ? [piece.text] : piece.text.split(/\n\s*\n/);
    add(all, { ...piece, text: first });
    for (const rest of more) {
      all.push([]);
      add(all, { kind: 'plain', text: rest });
    }
  }
  return all.filter((each) => each.some((piece) => piece.kind === 'quote' || piece.text.trim() !== ''));
}

/** A text that is still being said, without the beginning of a tag whose end has not come. */
export function withoutOpenTag(text: string): string {
  return text.replace(OPEN_TAG, '');
}

const OPEN_TAG = /<\/?[^<>]{0,40}$/;

function add(all: Piece[][], piece: Piece): void {
  if (piece.text !== '' || piece.kind === 'quote') all.at(-1)?.push(piece);
}

function pieces(text: string, quotes: readonly CheckedQuote[]): readonly Piece[] {
  const found: Piece[] = [];
  const checks = new Map(quotes.map((quote) => [quote.start, quote]));
  let from = 0;
  for (const span of quotesIn(text)) {
    const check = checks.get(span.start);
    found.push({ kind: 'plain', text: withoutTags(text.slice(from, span.start)) });
    found.push({ kind: 'quote', text: span.text, ...(check && { check }) });
    from = span.end;
  }
  return [...found, { kind: 'plain', text: withoutTags(text.slice(from)) }];
}

function withoutTags(text: string): string {
  return text.replace(/<\s*(?:\/\s*)?quote(?![\p{L}\p{N}_-])[^<>]*>/giu, '');
}

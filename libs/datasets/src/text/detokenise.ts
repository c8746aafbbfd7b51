import { gap } from './gap.ts';
import { surfaces } from './surface.ts';

/** Turns the tokens of a story into readable text, and says where in it each token stands. */
export function detokenise(tokens: readonly string[]): Detokenised {
  const written = surfaces(tokens);
  const offsets: Offset[] = [];
  let text = '';

  for (const [i, surface] of written.entries()) {
    const space = surface.text === '' ? '' : gap(written, i);
    const start = text.length + space.length;
    text += space + surface.text;
    offsets.push({ start: surface.text === '' ? text.length : start, end: text.length });
  }

  return { text, offsets };
}

/** A text with the place of each token in it; a line break or an empty token takes no room. */
export interface Detokenised {
  readonly text: string;
  readonly offsets: readonly Offset[];
}

/** Character positions (UTF-16 units) in the text, end-exclusive. */
export interface Offset {
  readonly start: number;
  readonly end: number;
}

/** Where the tokens `from` (inclusive) to `to` (exclusive) stand; undefined where the span leaves the text. */
export function spanOf({ offsets }: Detokenised, from: number, to: number): Offset | undefined {
  const first = offsets[from];
  const last = offsets[to - 1];
  if (first === undefined || last === undefined || from >= to) return undefined;

  return { start: first.start, end: last.end };
}

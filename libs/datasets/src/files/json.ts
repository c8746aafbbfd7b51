import { visit } from 'jsonc-parser';

/** Reads one JSON value; what cannot be read is said with its column, counted from 1. */
export function parseJson(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    const twice = namedTwice(text);
    return twice === undefined
      ? { ok: true, value }
      : { ok: false, column: twice.column, why: `The field ${twice.name} stands here a second time. Take one out.` };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, column: 1, why: 'It is nested too deep to be read.' };
    const position = positionOf(text, String(error));
    return { ok: false, column: position + 1, why: said(text, position) };
  }
}

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly column: number; readonly why: string };

interface Twice {
  readonly name: string;
  readonly column: number;
}

/** The first field that an object names a second time: JSON.parse keeps the last without a word. */
function namedTwice(text: string): Twice | undefined {
  const open: Set<string>[] = [];
  let twice: Twice | undefined;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, offset) {
      const names = open.at(-1);
      if (names?.has(name)) twice ??= { name: JSON.stringify(name), column: offset + 1 };
      names?.add(name);
    },
  });
  return twice;
}

function positionOf(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  return /unexpected token/i.test(message) ? firstUnexpected(text) : text.length;
}

/** The engine names the token but not its place: the shortest beginning in which it is met ends with it. */
function firstUnexpected(text: string): number {
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUnexpected(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

function isUnexpected(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return /unexpected token/i.test(String(error));
  }
}

function said(text: string, position: number): string {
  if (position >= text.trimEnd().length) {
    return 'The line ends in the middle of its object. If the file was cut off, copy it again; one object must stand on one line.';
  }
  return `This is not JSON: ${JSON.stringify(text.charAt(position))} is not expected here. Mend the line.`;
}

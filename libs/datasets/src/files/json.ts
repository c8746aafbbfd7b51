/** Reads one JSON value; what cannot be read is said with its column, counted from 1. */
export function parseJson(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    const twice = namedTwice(text);
    return twice === undefined
      ? { ok: true, value }
      : { ok: false, column: twice.column, why: `The field ${twice.name} stands here a second time. Take one out.` };
  } catch (error) {
    const position = positionOf(text, String(error));
    return { ok: false, column: position + 1, why: said(text, position) };
  }
}

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly column: number; readonly why: string };

/** A field that an object at the top names twice, of which JSON.parse keeps the last without a word. */
function namedTwice(text: string): Named | undefined {
  const seen = new Set<string>();
  for (const named of fieldsIn(text)) {
    if (seen.has(named.name)) return named;
    seen.add(named.name);
  }
  return undefined;
}

interface Named {
  readonly name: string;
  readonly column: number;
}

/** The fields of the object at the top, of a text that is JSON. */
function* fieldsIn(text: string): Generator<Named> {
  const marks = /["{}[\]]/g;
  let depth = 0;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const { 0: mark, index } = found;
    depth += DEEPER[mark] ?? 0;
    if (mark !== '"') continue;
    marks.lastIndex = endOfString(text, index);
    const name = depth === 1 ? nameAt(text, index, marks.lastIndex) : undefined;
    if (name !== undefined) yield { name, column: index + 1 };
  }
}

const DEEPER: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** The name of a field between these places, as JSON; undefined where a value stands there. */
function nameAt(text: string, start: number, end: number): string | undefined {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(text) ? JSON.stringify(JSON.parse(text.slice(start, end))) : undefined;
}

/** The place behind the string that begins there: behind the first quote that no odd number of backslashes escapes. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (backslashesBefore(text, quote) % 2 === 1) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

function backslashesBefore(text: string, at: number): number {
  let from = at;
  while (text[from - 1] === '\\') from--;
  return at - from;
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

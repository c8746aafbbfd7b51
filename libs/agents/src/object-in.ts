import { canonical } from './canonical-json.ts';
import { isRecord } from './json-schema.ts';

/** The one JSON object in a text, whatever stands around it, or why there is none to rely on. */
export function objectIn(text: string): Found {
  const { pieces, isCut, depth } = bracesIn(text);
  if (isCut) return { fault: 'the JSON object is not complete: a closing } is missing' };
  if (pieces.length > MOST) return { fault: 'there are too many braces in the answer: give one JSON object' };
  if (depth > DEEPEST) return { fault: 'the JSON object is nested too deeply' };
  if (isList(text)) return { fault: 'the answer must be one JSON object, not a list' };
  const read = pieces.map((piece) => ({ piece, value: parsed(piece) }));
  const objects = read.flatMap(({ value }) => (isRecord(value) ? [value] : []));
  const broken = read.find(({ piece, value }) => !isRecord(value) && (objects.length === 0 || isJsonLike(piece)));
  if (broken) return { fault: `the JSON object cannot be read: ${whyBroken(broken.piece)}` };
  const [first] = objects;
  if (!first) return { fault: 'there is no JSON object in the answer' };
  if (new Set(objects.map(canonical)).size > 1) {
    return { fault: 'there are several different JSON objects in the answer: give exactly one' };
  }
  const isTwice = read.some(({ piece, value }) => isRecord(value) && colonsIn(piece) !== keysIn(value));
  return isTwice ? { fault: 'a field stands twice in the JSON object' } : { object: first };
}

export type Found = { readonly object: object } | { readonly fault: string };

const DEEPEST = 64;
const MOST = 1000;

/** The outermost pairs of braces, whether the last of them is never closed, and how deep they go. */
function bracesIn(text: string): {
  readonly pieces: readonly string[];
  readonly isCut: boolean;
  readonly depth: number;
} {
  const pieces: string[] = [];
  let [open, start, nested, depth] = [0, 0, 0, 0];
  // Outside of braces a quote is only a quote.
  for (const { mark, at } of marksIn(text, () => open > 0)) {
    if (mark === '{' && open === 0) [start, nested] = [at, 0];
    if (mark === '{' || mark === '[') nested += 1;
    if (mark === '}' || mark === ']') nested -= 1;
    depth = Math.max(depth, nested);
    if (mark === '{') open += 1;
    if (mark !== '}' || open === 0) continue;
    open -= 1;
    if (open === 0) pieces.push(text.slice(start, at + 1));
  }
  return { pieces, isCut: open > 0, depth };
}

/** Braces, brackets and colons that stand outside of strings. */
function* marksIn(text: string, hasStrings: () => boolean): Generator<{ readonly mark: string; readonly at: number }> {
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (isString && mark === '\\') at += 1;
    else if (mark === '"' && (isString || hasStrings())) isString = !isString;
    else if (!isString && '{}[]:'.includes(mark)) yield { mark, at };
  }
}

function isList(text: string): boolean {
  const bare = text.replace(/^\s*```\w*\s*|\s*```\s*$/g, '');
  return bare.startsWith('[') && Array.isArray(parsed(bare));
}

// What was surely meant as JSON, unlike a set in braces.
function isJsonLike(piece: string): boolean {
  return /^\{\s*(["']|\w+\s*:)/.test(piece);
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    return undefined;
  }
}

function whyBroken(json: string): string {
  try {
    JSON.parse(json);
    return 'it is not an object';
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'it is not JSON';
  }
}

// In JSON there is one colon for each key: with fewer keys than colons, one was overwritten.
function colonsIn(json: string): number {
  return [...marksIn(json, () => true)].filter(({ mark }) => mark === ':').length;
}

function keysIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + keysIn(each), 0);
  if (!isRecord(value)) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + 1 + keysIn(each), 0);
}

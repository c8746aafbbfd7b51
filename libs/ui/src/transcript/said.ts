import type { CheckedQuote } from '@moot/protocol';
import { record } from './brief.ts';

/** What a page draws from of a move. */
export interface Said {
  readonly text: string | undefined;
  readonly quotes: readonly CheckedQuote[];
  readonly belief: readonly number[] | undefined;
  readonly reason: string | undefined;
  /** Why the turn was given up. */
  readonly passed: string | undefined;
  readonly choice: string | undefined;
  readonly to: readonly string[];
  /** The option that was chosen to be argued for. */
  readonly option: number | undefined;
  /** Whether a critic agrees, in the protocol's own word. */
  readonly stance: string | undefined;
  readonly concedes: boolean;
  /** Whether enough has been said. */
  readonly end: boolean | undefined;
  /** Whether it argues for its side, as it was checked; only researchers are shown that. */
  readonly compliance: string | undefined;
}

/** Reads what is known of a move, of whatever protocol; the same move gives the same object. */
export function saidIn(move: object): Said {
  const known = read.get(move);
  if (known) return known;
  const fields = record(move);
  const said = {
    text: text(fields.text) ?? textOf(fields.claims),
    quotes: quotesOf(fields.quotes),
    belief: numbers(fields.belief),
    reason: text(fields.reason),
    passed: text(fields.passed),
    choice: text(fields.choice),
    to: strings(fields.to),
    option: typeof fields.option === 'number' ? fields.option : undefined,
    stance: text(fields.stance),
    concedes: fields.concedes === true || fields.kind === 'concede',
    end: typeof fields.end === 'boolean' ? fields.end : undefined,
    compliance: text(fields.compliance),
  };
  read.set(move, said);
  return said;
}

const read = new WeakMap<object, Said>();

/** Quotes as they were checked, those of several texts in one list. What does not look like one is left out. */
export function quotesOf(value: unknown): readonly CheckedQuote[] {
  return Array.isArray(value) ? value.flat().filter(isChecked) : [];
}

function isChecked(value: unknown): value is CheckedQuote {
  const { text, start, end, status, at, ratio, parts } = record(value);
  if (typeof text !== 'string' || typeof start !== 'number' || typeof end !== 'number') return false;
  if (status === 'absent' || status === 'empty' || status === 'source-missing') return true;
  const { start: from, end: to } = record(at);
  if (typeof from !== 'number' || typeof to !== 'number') return false;
  if (status === 'near') return typeof ratio === 'number';
  return status === 'ellipsis-parts' ? Array.isArray(parts) : status === 'verbatim' || status === 'normalised';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What is said in several claims. */
function textOf(claims: unknown): string | undefined {
  if (!Array.isArray(claims)) return undefined;
  const texts = claims.flatMap((claim) => text(record(claim).text) ?? []);
  return texts.length === 0 ? undefined : texts.join('\n');
}

function numbers(value: unknown): readonly number[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === 'number') ? value : undefined;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

import { bareQuoteTags, checkQuotes, quotesIn, sourceIndex, type SourceIndex } from '../quotes.ts';
import { cutToLength, lengthFault, lengthOf, type Budget } from '../length.ts';
import type { Turn } from '../protocol.ts';
import type { ArguingMove } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

/** What a question or a last word may be long at most, in words. */
const SHORT = { unit: 'words', max: 60, over: 'ask-again' } as const;

type Text = Extract<ArguingMove, { readonly text: string }>;

/** What is wrong with the length of what was said. Replies and speeches have the setup's budget, other words a short one. */
export function textFault(setup: ArguingSetup, move: Text): string | undefined {
  const { kind, text } = move;
  if (text.trim() === '') return 'Say something; the text is empty.';
  if (kind === 'respond' && setup.course) return undefined;
  if (kind === 'respond' || kind === 'ask' || kind === 'concede') return lengthFault(SHORT, text);
  const budget = setup.length && budgetOf(setup.length, 'concedes' in move ? 'concede' : kind);
  return (budget && lengthFault(budget, text)) ?? quotedFault(setup, text);
}

/** A reply, and a speech that gives up, may be as short as they like. */
function budgetOf({ unit, max, over, ...least }: Budget, kind: string): Budget {
  const { ask, min } = kind === 'speech' ? least : {};
  return {
    unit,
    over,
    ...(ask !== undefined && { ask }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

/** How long the text of a turn is to be; nothing where it has none, or is of any length. */
export function lengthWanted(
  { length, course }: ArguingSetup,
  { kind }: Pick<Turn, 'kind'>,
): { readonly length?: Budget } {
  if (kind === 'speech' || kind === 'reply') return length ? { length: budgetOf(length, kind) } : {};
  const isShort = kind === 'ask' || kind === 'concede' || (kind === 'respond' && !course);
  return isShort ? { length: SHORT } : {};
}

/** Quotes are never cut: what was quoted would no longer be what was checked. */
function quotedFault({ quoted, length }: ArguingSetup, text: string): string | undefined {
  if (!quoted) return undefined;
  const unit = length?.unit ?? 'characters';
  const sum = quotesIn(text).reduce((so, quote) => so + lengthOf(unit, quote.text), 0);
  return sum <= quoted.max ? undefined : `Your quotes are ${sum} ${unit}; at most ${quoted.max} are allowed in quotes.`;
}

/** The move with its text cut at the limit, if that is the rule, and its quotes checked against the source. */
export function checked<M extends ArguingMove>(setup: ArguingSetup, move: M): M {
  if (move.kind !== 'speech' && move.kind !== 'reply' && move.kind !== 'ask' && move.kind !== 'concede') return move;
  const plain = bareQuoteTags(move.text);
  const { text, isCut } = setup.length ? cutToLength(setup.length, plain) : { text: plain, isCut: false };
  const isChecked = setup.quotes !== 'none' && setup.source !== undefined;
  return { ...move, text, ...(isCut && { isCut }), ...(isChecked && { quotes: checkQuotes(indexOf(setup), text) }) };
}

const indices = new WeakMap<ArguingSetup, SourceIndex>();

function indexOf(setup: ArguingSetup): SourceIndex {
  const before = indices.get(setup);
  if (before) return before;
  const index = sourceIndex(setup.source ?? '');
  indices.set(setup, index);
  return index;
}

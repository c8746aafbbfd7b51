import { bareQuoteTags, checkQuotes, cutToLength, lengthFault, sourceIndex, type SourceIndex } from '@moot/protocol';
import type { DebateMove, DebateSetup } from './setup.ts';

/** What a judge's question or a last word may be long at most, in words. */
const SHORT = { unit: 'words', max: 60, over: 'ask-again' } as const;

/** What is wrong with the length of what was said. Replies and speeches have the debate's budget, other words a short one. */
export function textFault({ length }: DebateSetup, kind: DebateMove['kind'], text: string): string | undefined {
  if (text.trim() === '') return 'Say something; the text is empty.';
  if (kind === 'respond' || kind === 'concede') return lengthFault(SHORT, text);
  if (!length) return undefined;
  const { unit, max, over } = length;
  return lengthFault(kind === 'reply' ? { unit, over, ...(max !== undefined && { max }) } : length, text);
}

/** The move with its text cut at the limit, if that is the rule, and its quotes checked against the source. */
export function completed<M extends DebateMove>(setup: DebateSetup, move: M): M {
  if (move.kind !== 'speech' && move.kind !== 'reply' && move.kind !== 'concede') return move;
  const plain = bareQuoteTags(move.text);
  const { text, isCut } = setup.length ? cutToLength(setup.length, plain) : { text: plain, isCut: false };
  const isChecked = setup.quotes !== 'none' && setup.source !== undefined;
  return { ...move, text, ...(isCut && { isCut }), ...(isChecked && { quotes: checkQuotes(indexOf(setup), text) }) };
}

const indices = new WeakMap<DebateSetup, SourceIndex>();

function indexOf(setup: DebateSetup): SourceIndex {
  const before = indices.get(setup);
  if (before) return before;
  const index = sourceIndex(setup.source ?? '');
  indices.set(setup, index);
  return index;
}

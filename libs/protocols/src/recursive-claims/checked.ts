import {
  bareQuoteTags,
  checkQuotes,
  lengthFault,
  lengthOf,
  said,
  sourceIndex,
  type Moves,
  type Pass,
  type SourceIndex,
} from '@moot/protocol';
import { isBeside, keyAt, pairOn, opponentOf } from './keys.ts';
import type { ClaimsMove, ClaimsSetup, Mark } from './setup.ts';
import { reached } from './stages.ts';

type Rebuttal = Extract<ClaimsMove, { readonly kind: 'rebut' }>;
type Answer = Extract<ClaimsMove, { readonly kind: 'answer' }>;

/** How long a pair may be: at most so much, and near the other side's pair if that was written first. */
export interface PairLength {
  readonly max: number;
  readonly min?: number;
  /** The length of the other side's pair. */
  readonly other?: number;
}

/** The length of the pair that is due, given what its writer has seen. */
export function pairLength(
  { characters, balance }: ClaimsSetup['pair'],
  turn: Pick<Rebuttal, 'seat' | 'at'>,
  seen: readonly (ClaimsMove | Pass)[],
): PairLength {
  const beside = seen.filter(isRebuttal).find((each) => isBeside(each, turn));
  if (!beside) return { max: characters };
  const other = lengthOfPair(beside);
  return { min: Math.max(1, other - balance), max: Math.min(characters, other + balance), other };
}

export function lengthOfPair({ claims }: Pick<Rebuttal, 'claims'>): number {
  return claims.reduce((sum, { text }) => sum + lengthOf('characters', text), 0);
}

/** What is wrong with an opening claim. */
export function openingFault({ opening }: ClaimsSetup, text: string): string | undefined {
  if (text.trim() === '') return 'Say something; the claim is empty.';
  return lengthFault({ unit: 'characters', max: opening.characters, over: 'ask-again' }, text);
}

/** What is wrong with a rebuttal, with the numbers in words. */
export function pairFault(setup: ClaimsSetup, moves: Moves<ClaimsMove>, move: Rebuttal): string | undefined {
  if (move.claims.some(({ text }) => text.trim() === '')) return 'Make two claims; one of them is empty.';
  const turns = reached(setup, moves).flatMap((stage) => stage.turns);
  const pairs = turns.flatMap(({ seat, at }) => said(moves, seat, 'rebut', at) ?? []);
  const { min = 1, max, other } = pairLength(setup.pair, move, pairs);
  const length = lengthOfPair(move);
  if (length >= min && length <= max) return undefined;
  const together = `Your two claims have ${length} characters together`;
  if (other === undefined) return `${together}; at most ${max} are allowed.`;
  return `${together}. Debater ${opponentOf(move.seat)} wrote ${other} in the other branch, so between ${min} and ${max} characters are wanted.`;
}

/** What is wrong with an answer: what is gone on with has to follow from it. */
export function answerFault({ answers, next }: Pick<Answer, 'answers' | 'next'>): string | undefined {
  const [first, second] = answers;
  if (next === 'first' && first === 'agree') return 'Go on with the first claim only if you object to it.';
  if (next === 'second' && second === 'agree') return 'Go on with the second claim only if you object to it.';
  if (next === 'link' && !answers.includes('agree'))
    return 'Go on with the link only if you agree to one of the claims; else choose a claim that you object to.';
  if (next === 'end' && answers.includes('object'))
    return 'End the branch only if you agree to both claims; else choose a claim that you object to, or the link.';
  return undefined;
}

/** A move with what the rules add to it: keys, checked quotes, and how answers are shown. */
export function completed<M extends ClaimsMove>(setup: ClaimsSetup, move: M): M {
  switch (move.kind) {
    case 'claim': {
      const text = bareQuoteTags(move.text);
      return { ...move, text, id: move.seat, ...quoted(setup, () => checkQuotes(indexOf(setup), text)) };
    }
    case 'rebut': {
      const texts = move.claims.map(({ text }) => bareQuoteTags(text));
      const on = keyAt(move.at);
      const claims = pairOn(on).map((id, i) => ({ id, text: texts[i] ?? '' }));
      return { ...move, on, claims, ...quoted(setup, () => texts.map((text) => checkQuotes(indexOf(setup), text))) };
    }
    case 'answer': {
      const on = keyAt(move.at);
      return { ...move, on, marks: pairOn(on).map((id, i) => ({ on: id, mark: markOf(move, i) })) };
    }
    case 'belief':
    case 'verdict':
      return move;
  }
}

/** Whoever goes on with the link holds that what they agree to leaves something out. */
function markOf({ answers, next }: Pick<Answer, 'answers' | 'next'>, i: number): Mark {
  if (answers[i] === 'object') return 'object';
  return next === 'link' ? 'agree-but-omits' : 'agree';
}

function quoted<Q>({ quotes, source }: ClaimsSetup, check: () => Q): { readonly quotes?: Q } {
  return quotes === 'none' || source === undefined ? {} : { quotes: check() };
}

function isRebuttal(move: ClaimsMove | Pass): move is Rebuttal {
  return move.kind === 'rebut' && 'claims' in move;
}

const indices = new WeakMap<ClaimsSetup, SourceIndex>();

function indexOf(setup: ClaimsSetup): SourceIndex {
  const before = indices.get(setup);
  if (before) return before;
  const index = sourceIndex(setup.source ?? '');
  indices.set(setup, index);
  return index;
}

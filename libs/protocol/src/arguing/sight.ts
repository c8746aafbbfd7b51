import { isJudge } from '../panel.ts';
import type { Place, Turn } from '../protocol.ts';
import { said, type Moves } from '../transcript.ts';
import type { Manner } from './manner.ts';
import type { ArguingMove } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

/** From where one looks, and at what. */
export interface Looking<S> {
  readonly setup: S;
  readonly moves: Moves<ArguingMove>;
  readonly place: Place;
}

type Due = Pick<Turn, 'seat' | 'kind' | 'at'>;

/** Beliefs are their judge's own; the rest is everybody's once its stage is done, and speeches are the judges' before that unless whole rounds are shown together. */
export function isVisible<S extends ArguingSetup>(
  manner: Manner<S>,
  { setup, moves, place }: Looking<S>,
  turn: Due,
  isDone: boolean,
): boolean {
  const { seat, kind } = turn;
  if (seat === place.seat) return true;
  if (kind === 'belief' || kind === 'verdict') return false;
  const isSpeaker = manner.speakers(setup).includes(place.seat);
  if (isSpeaker && manner.areApart?.(setup)) return isDone && isAsked(moves, turn, place);
  if (isDone || kind === 'concede') return true;
  return isSpoken(turn) && setup.reveal !== 'together' && !isSpeaker;
}

/** Speakers who are kept apart hear nothing but the questions put to them. */
function isAsked(moves: Moves<ArguingMove>, { seat, kind, at }: Due, place: Place): boolean {
  if (kind !== 'respond') return false;
  const response = said(moves, seat, 'respond', at);
  return response?.choice === 'ask' && response.to.includes(place.seat);
}

/** Whether a turn is taken by saying something aloud, which others may follow. */
export function isSpoken({ kind }: Pick<Turn, 'kind'>): boolean {
  return kind === 'speech' || kind === 'reply' || kind === 'ask';
}

/** What of the setup a place may know: speakers the source and their own instructions, judges the order of their choices. */
export function briefOf<S extends ArguingSetup>(setup: S, { seat }: Place, speakers: readonly string[]): Partial<S> {
  const isSpeaker = speakers.includes(seat);
  const isAttacker = isSpeaker && setup.attack?.seat === seat;
  const hidden = [
    'open',
    'instructions',
    ...(isAttacker ? [] : ['attack']),
    ...(isSpeaker ? [] : ['source']),
    ...(isJudge(seat) ? [] : ['choices']),
  ];
  const known: Partial<S> = without(setup, hidden);
  const told = isSpeaker ? setup.instructions?.[seat] : undefined;
  return told === undefined ? known : { ...known, instructions: { [seat]: told } };
}

/** A copy without these fields. */
export function without<X extends object>(whole: X, fields: readonly string[]): X {
  const left = { ...whole };
  for (const field of fields) Reflect.deleteProperty(left, field);
  return left;
}

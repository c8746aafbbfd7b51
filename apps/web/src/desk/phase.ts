import { isJudge } from '@moot/protocol';
import { turnKey, type Awaited, type OpenTurn, type RunState, type Submission } from '@moot/wire';
import { seatName, seatsInText } from '@moot/ui';
import type { Outgoing } from './outbox.ts';
import { turnToTake } from './labels.ts';

/** What a judge may do now. */
export type Phase =
  | { readonly kind: 'waiting'; readonly words: string }
  | { readonly kind: 'open'; readonly turn: OpenTurn; readonly refused: string | undefined }
  | { readonly kind: 'unsent'; readonly turn: OpenTurn }
  /** Saved, and may be taken back until it is fixed. */
  | { readonly kind: 'given'; readonly turn: OpenTurn; readonly submission: Submission }
  | { readonly kind: 'over' };

export interface Standing {
  readonly state: Pick<RunState, 'open' | 'awaited' | 'isOver' | 'moves' | 'seat'>;
  readonly submissions: readonly Submission[];
  readonly waiting: readonly Outgoing[];
  /** A speech is still being shown. */
  readonly reading: 'done' | 'reading';
}

export function phaseOf({ state, submissions, waiting, reading }: Standing): Phase {
  const turn = turnToTake(state.open);
  if (!turn)
    return state.isOver ? { kind: 'over' } : { kind: 'waiting', words: awaitedWords(state.awaited, thenWords(state)) };
  const key = turnKey(turn);
  if (waiting.some(({ submit }) => turnKey(submit.turn) === key)) return { kind: 'unsent', turn };
  const last = submissions.findLast((each) => turnKey(each.turn) === key);
  if (last?.state === 'saved' || last?.state === 'fixed') return { kind: 'given', turn, submission: last };
  if (reading === 'reading')
    return { kind: 'waiting', words: 'You can fix it when you have been shown the whole speech.' };
  return { kind: 'open', turn, refused: last?.state === 'refused' ? (last.words ?? 'This was not taken.') : undefined };
}

/** What is waited for, and that there is nothing to do about it. */
export function awaitedWords(awaited: readonly Pick<Awaited, 'seat' | 'state'>[], then = BELIEF_THEN): string {
  const failed = awaited.find(({ state }) => state === 'failed');
  if (failed) return `${seatName(failed.seat)} could not speak. The researcher has been told; you need do nothing.`;
  const seats = [...new Set(awaited.map(({ seat }) => seat))];
  if (seats.length === 0) return then;
  const isSpeaking = awaited.some(({ state }) => state === 'speaking');
  const who = seatName(seatsInText(seats));
  const verb = seats.length === 1 ? 'is' : 'are';
  return `${who} ${verb} still ${isSpeaking ? 'speaking' : 'thinking'}. ${then}`;
}

const BELIEF_THEN = 'You can fix it when your turn comes.';

/** What one can do then: whoever speaks has nothing to fix. */
function thenWords({ seat }: Pick<RunState, 'seat'>): string {
  return seat === null || isJudge(seat) ? BELIEF_THEN : 'Your turn opens by itself.';
}

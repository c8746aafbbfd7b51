import { isJudge } from '@moot/protocol';
import { seatName } from '../parts/seat-look.ts';
import type { Entry } from './rounds.ts';

/** Who is spoken of: the reader's own seat as 'You'. */
export function whoIs(seat: string, viewer: string | null): string {
  return seat === viewer ? 'You' : seatName(seat);
}

/** When something was said by a judge: 'before round 1', 'after round 2', 'at the end'. */
export function whenSaid(at: string): string {
  const head = at.split('/')[0] ?? '';
  if (head === 'round 0') return 'before round 1';
  if (head === 'end' || head === '') return 'at the end';
  return `after ${head}`;
}

/** What is to be known of a turn that nobody took. */
export function passedWords(who: string, passed: string): string {
  return `${who} did not speak here: ${passed}`;
}

/** What is said of a turn that is waited for, after so many seconds. */
export function waitingWords({ turn, withdrawn }: Pick<Entry, 'turn' | 'withdrawn'>, seconds: number): string {
  const doing = isJudge(turn.seat) ? 'is deciding' : withdrawn === undefined ? 'is thinking' : 'is beginning again';
  return `${doing}, ${seconds} s`;
}

/** From when on a wait is spoken of. */
export const SLOW_SECONDS = 20;

/** What a judge chose, where there was nothing else to say. */
export function choiceWords(choice: string, to: readonly string[]): string {
  if (choice === 'ask') return to.length === 0 ? 'asked' : `asked ${to.join(' and ')}`;
  if (choice === 'continue') return 'went on';
  return choice === 'end' ? 'ended it' : `chose “${choice}”`;
}

import { isJudge } from '@moot/protocol';
import type { TurnName } from '@moot/wire';
import { seatInText, seatName, seatsInText } from '../parts/seat-look.ts';
import { safe } from '../text/safe.ts';
import type { Brief } from './brief.ts';
import { doing } from './place-words.ts';
import type { Said } from './said.ts';
import type { Entry } from './rounds.ts';

/** Who is spoken of: the reader's own seat as 'You'. */
export function whoIs(seat: string, viewer: string | null): string {
  return seat === viewer ? 'You' : seatName(seat);
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

/** What was done in a move that is no speech, after its maker: 'asked A and B', 'would end it', 'argues for “Ada”'. */
export function remarkWords({ choice, to, option, end }: Said, { options, sides }: Brief): string {
  if (option !== undefined) {
    const others = Object.entries(sides).filter(([, side]) => side !== option);
    const rest = others.map(([seat, side]) => `; ${seatInText(seat)} argues for “${safe(options[side] ?? '')}”`);
    return `chose to argue for “${safe(options[option] ?? '')}”${rest.join('')}`;
  }
  if (end !== undefined) return end ? 'would end it here' : 'would go on';
  return choice === undefined ? 'said' : choiceWords(choice, to);
}

/** What a judge chose. */
function choiceWords(choice: string, to: readonly string[]): string {
  if (choice === 'ask') return to.length === 0 ? 'asked' : `asked ${seatsInText(to)}`;
  if (choice === 'continue') return 'went on';
  return choice === 'end' ? 'ended it' : `chose “${safe(choice)}”`;
}

/** What is to be known of a speech at a glance: that it asks, answers, agrees or concedes; and of researchers alone, that it does not argue for its side. */
export function speechNotes({ kind, at }: Pick<TurnName, 'kind' | 'at'>, said: Said): readonly string[] {
  const done = doing(kind, at);
  const notes = done === undefined ? [] : [done];
  const stance = said.stance === undefined ? [] : [STANCES.get(said.stance) ?? said.stance];
  const gives = said.concedes && done !== 'concedes' ? ['concedes'] : [];
  const checked = COMPLIANCES.get(said.compliance ?? '');
  return [...notes, ...stance, ...gives, ...(checked === undefined ? [] : [checked])];
}

const STANCES = new Map([
  ['agree', 'agrees'],
  ['disagree', 'disagrees'],
]);
const COMPLIANCES = new Map([
  ['complies', 'checked: argues for its side'],
  ['refuses', 'checked: refuses to argue'],
  ['argues-other-side', 'checked: argues the other side'],
  ['unknown', 'checked: its side cannot be told'],
]);

import { listedOptions } from '../asking.ts';
import type { Pass } from '../protocol.ts';
import type { Asked } from '../table.ts';
import { filled, tagged } from '../wording.ts';
import type { ArguingMove, ArguingTurn } from './moves.ts';
import type { ArguingSetup } from './setup.ts';
import * as words from './words.ts';

/** What prompts are made from. */
export type ArguingAsked<S extends ArguingSetup = ArguingSetup> = Asked<S, ArguingMove, ArguingTurn>;
type Known = Partial<ArguingSetup>;
type Seen = readonly (ArguingMove | Pass)[];

/** The question and its options, as they are listed. */
export function questionText({ question = '', options = [], listed = [] }: Known): string {
  return [tagged('question', question), listedOptions(options, listed)].join('\n');
}

/** Who argues for what: given out, or since a speaker chose. Nothing is known before. */
function sidesIn({ brief, seen }: Pick<ArguingAsked, 'brief' | 'seen'>): Readonly<Record<string, number>> {
  const choice = seen.find((move) => move.kind === 'choose' && 'sides' in move);
  return choice && 'sides' in choice ? choice.sides : (brief.sides ?? {});
}

/** The option for which a seat argues; empty while there is none. */
export function sideOf(asked: Pick<ArguingAsked, 'brief' | 'seen'>, seat: string): string {
  return asked.brief.options?.[sidesIn(asked)[seat] ?? -1] ?? '';
}

/** Who argues for what, as the judge reads it. Nothing while it is open. */
export function sidesText(asked: Pick<ArguingAsked, 'brief' | 'seen'>): string {
  const seats = Object.keys(sidesIn(asked));
  if (seats.length === 0) return '';
  return ['<sides>', ...seats.map((seat) => tagged('side', sideOf(asked, seat), { debater: seat })), '</sides>'].join(
    '\n',
  );
}

/** The budget in words: what is asked, and what is enforced. */
export function lengthWords({ length }: Known): string {
  if (!length) return 'of a length that suits it';
  const { unit, ask, min, max } = length;
  const about = ask === undefined ? '' : `about ${ask} ${unit}`;
  const within =
    min !== undefined && max !== undefined
      ? `between ${min} and ${max} ${unit}`
      : max !== undefined
        ? `at most ${max} ${unit}`
        : min !== undefined
          ? `at least ${min} ${unit}`
          : '';
  return [about, within].filter(Boolean).join(', ') || 'of a length that suits it';
}

/** Whether and how much may be quoted; `more` is what a protocol adds where it may. */
export function quotingWords({ quotes, source, quoted, length }: Known, more = ''): string {
  if (source === undefined || quotes === 'none') return words.NO_QUOTES;
  const most = quoted ? filled(words.QUOTED, { max: quoted.max, unit: length?.unit ?? 'characters' }) : '';
  return `${words.QUOTES}${more}${most}`;
}

/** What a judge is told of the checks of quotes, if they are shown. */
export function marksWords({ quotes }: Known): string {
  return quotes === 'marked' ? words.MARKS : '';
}

/** What a judge is told of the price of a round, if there is one. */
export function penaltyWords({ penalty }: Known): string {
  return penalty === undefined || penalty === 0 ? '' : filled(words.PENALTY, { penalty });
}

/** Whether the judge has asked a seat something that its next speech is to take up. */
export function isAskedSince(seen: Seen, seat: string): boolean {
  const own = seen.findLastIndex((move) => move.seat === seat && move.kind === 'speech');
  return seen
    .slice(own + 1)
    .some((move) => move.kind === 'respond' && 'choice' in move && move.choice === 'ask' && move.to.includes(seat));
}

import { safe } from '../text/safe.ts';
import { pointsOf } from './points.ts';

/** What is believed of the options, and the order in which they are shown. */
export interface Believed {
  readonly belief: readonly number[];
  readonly options: readonly string[];
  readonly choices: readonly number[];
}

/** A belief as a sentence: an answer's own words and a number, the stronger first. */
export interface Echo {
  readonly parts: readonly { readonly answer: string; readonly percent: string }[];
  /** What it comes to. */
  readonly aside: string;
}

/** The sentence is the record: it is made of the very numbers that are sent. */
export function echoOf({ belief, options, choices }: Believed): Echo {
  const points = pointsOf(belief, choices);
  const ranked = choices
    .map((option, i) => ({ answer: options[option] ?? '', points: points[i] ?? 0 }))
    .sort((a, b) => b.points - a.points);
  const top = ranked[0]?.points ?? 0;
  const isEven = ranked.every(({ points: each }) => each === top);
  const told = ranked.length === 2 && !isEven ? ranked.slice(0, 1) : ranked;
  return {
    parts: told.map(({ answer, points: each }) => ({ answer, percent: percent(each) })),
    aside: isEven ? 'You hold them equally likely.' : wrongness(top),
  };
}

/** The same in one line, for those who listen. */
export function echoWords(believed: Believed): string {
  return echoOf(believed)
    .parts.map(({ answer, percent: each }) => `“${safe(answer)}”, ${each}`)
    .join('; ');
}

/** 80 %, with a space that does not break. */
export function percent(points: number): string {
  return `${points}\u00a0%`;
}

/** How strong the strongest answer is held, for a button. */
export function strength(belief: readonly number[]): string {
  return percent(Math.round(Math.max(...belief) * 100));
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function wrongness(points: number): string {
  const wrong = 100 - points;
  if (wrong >= 45 && wrong <= 55) return 'You would be wrong about as often as right.';
  // Two in five lies between once in three and as often as right.
  if (wrong >= 37) return 'You would be wrong about twice in five.';
  return `You would be wrong about once in ${inWords(Math.round(100 / wrong))}.`;
}

function inWords(number: number): string {
  return NUMBERS[number] ?? String(number);
}

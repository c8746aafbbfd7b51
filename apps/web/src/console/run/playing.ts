import type { Entry } from './log.ts';

export const SPEEDS = ['1', '4', '8'] as const;
export type Speed = (typeof SPEEDS)[number];

/** How long an entry is shown before the next one, in ms: as long as it was, but never so long that one waits. */
export function pause(log: readonly Entry[], n: number, speed: Speed): number {
  const [now, next] = [log[n - 1], log[n]];
  const gap = now && next ? Date.parse(next.at) - Date.parse(now.at) : LEAST;
  return Math.min(MOST, Math.max(LEAST, gap)) / Number(speed);
}

const LEAST = 1_500;
const MOST = 8_000;

/** Where a key takes the slider, or undefined if the key is not its. */
export function stepped(key: string, n: number, count: number): number | undefined {
  const first = Math.min(1, count);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(first, n - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count, n + 1);
    case 'PageDown':
      return Math.max(first, n - 5);
    case 'PageUp':
      return Math.min(count, n + 5);
    case 'Home':
      return first;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

export interface Ruler {
  /** Where each mark stands. */
  readonly xs: readonly number[];
  /** How many marks share the room that the words of one need. */
  readonly every: number;
  /** Whether there is room for the seats' marks themselves. */
  readonly size: 'mark' | 'dot';
}

/** The marks of a log along a ruler of some width. */
export function ruler(count: number, width: number): Ruler {
  const slot = width / Math.max(1, count);
  const xs = Array.from({ length: count }, (_each, i) => slot * (i + 0.5));
  return { xs, every: Math.max(1, Math.ceil(WORDS_WIDTH / slot)), size: slot < MARK_WIDTH ? 'dot' : 'mark' };
}

const WORDS_WIDTH = 88;
const MARK_WIDTH = 26;

/** Whether an entry has its words: all if there is room; else the one shown, and every so many that are not too near to it. */
export function isWordy(number: number, { n, every, count }: Shared): boolean {
  if (number === n || every === 1) return true;
  if (Math.abs(number - n) < every) return false;
  return (number - 1) % every === 0 && number + every <= count + 1;
}

interface Shared {
  readonly n: number;
  readonly every: number;
  readonly count: number;
}

/** On which side words would leave the ruler, if they stood in the middle under their mark. */
export function edgeOf(x: number, width: number): 'is-first' | 'is-last' | '' {
  if (x < WORDS_WIDTH / 2) return 'is-first';
  return x > width - WORDS_WIDTH / 2 ? 'is-last' : '';
}

/** The entry nearest to where somebody pressed. */
export function entryAt(x: number, count: number, width: number): number {
  return Math.min(count, Math.max(1, Math.ceil((x / width) * count)));
}

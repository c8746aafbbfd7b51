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
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, n - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count, n + 1);
    case 'PageDown':
      return Math.max(0, n - 5);
    case 'PageUp':
      return Math.min(count, n + 5);
    case 'Home':
      return 0;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

/** Where each mark stands along the ruler, and how many have room for their words: all, or none but the one shown. */
export function ruler(count: number, width: number): { readonly xs: readonly number[]; readonly every: number } {
  const slot = width / Math.max(1, count);
  const xs = Array.from({ length: count }, (_each, i) => slot * (i + 0.5));
  return { xs, every: Math.max(1, Math.ceil(WORDS_WIDTH / slot)) };
}

const WORDS_WIDTH = 88;

/** The entry nearest to where somebody pressed. */
export function entryAt(x: number, count: number, width: number): number {
  return Math.min(count, Math.max(0, Math.ceil((x / width) * count)));
}

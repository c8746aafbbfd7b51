import type { Turn } from '@moot/protocol';
import { type Debater, type NEXT } from './setup.ts';

/**
 * The key of a claim is its path: 'A' is A's opening, 'A/1' and 'A/2' the pair that rebuts it, 'A/link' what that pair
 * leaves unsaid: that it would refute 'A' if it were true. The sides take turns along a path.
 */
export type ClaimKey = string;

/** Whose claim it is. The link is held by those who made the pair. */
export function authorOf(key: ClaimKey): Debater {
  const [root = '', ...path] = key.split('/');
  const isRootOf = (root === 'A') === (path.length % 2 === 0);
  return isRootOf ? 'A' : 'B';
}

export function opponentOf(seat: Debater): Debater {
  return seat === 'A' ? 'B' : 'A';
}

/** Who rebuts it. */
export function rebutterOf(key: ClaimKey): Debater {
  return opponentOf(authorOf(key));
}

/** The keys of the two claims that rebut one. */
export function pairOn(key: ClaimKey): readonly [ClaimKey, ClaimKey] {
  return [`${key}/1`, `${key}/2`];
}

/** The claim that is rebutted after an answer, if any. */
export function chosenOf(key: ClaimKey, next: (typeof NEXT)[number]): ClaimKey | undefined {
  const [first, second] = pairOn(key);
  return { first, second, link: `${key}/link`, end: undefined }[next];
}

/** Where a claim is rebutted, and the rebuttal answered. */
export function placeOf(round: number, key: ClaimKey): string {
  return `round ${round}/${key}`;
}

/** The claim that a turn is about. */
export function keyAt(at: string): ClaimKey {
  return at.slice(at.indexOf('/') + 1);
}

/** The number of the section in which something is said; 0 for the openings. */
export function roundOf(at: string): number {
  return Number(/^round (\d+)/.exec(at)?.[1] ?? 0);
}

/** Whether two pairs stand on the same level of the two branches. */
export function isBeside(a: Pick<Turn, 'seat' | 'at'>, b: Pick<Turn, 'seat' | 'at'>): boolean {
  return a.seat !== b.seat && keyAt(a.at).split('/').length === keyAt(b.at).split('/').length;
}

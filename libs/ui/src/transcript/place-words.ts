import { seatInText } from '../parts/seat-look.ts';

/** A place of a run as a heading: 'Round 2', 'Critique', 'Before round 1'. Nothing where there is no place. */
export function placeTitle(at: string): string | undefined {
  const head = headOf(at);
  if (head === '') return undefined;
  if (head === 'round 0') return 'Before round 1';
  if (head === 'step 0') return 'Before anything is read';
  if (head === 'end') return 'The end';
  if (head === 'sides') return 'Who argues for what';
  return /^\d+$/.test(head) ? `Question ${head}` : head.charAt(0).toUpperCase() + head.slice(1);
}

/** What comes after a place, within a sentence: 'before round 1', 'after round 2', 'after the critique', 'at the end'. */
export function whenSaid(at: string): string {
  const head = headOf(at);
  if (head === 'round 0') return 'before round 1';
  if (head === 'step 0') return 'before reading';
  if (head === 'end' || head === '') return 'at the end';
  return /\d/.test(head) ? `after ${head}` : `after the ${head}`;
}

/** Of which question a reply is the answer: who asked it is the last part of its place. */
export function askerOf(at: string): string | undefined {
  const parts = at.split('/');
  return parts.length > 2 ? parts.at(-1) : undefined;
}

/** What is done in a turn besides saying something, for its header: 'asks', 'answers the judge', 'concedes'. */
export function doing(kind: string, at: string): string | undefined {
  if (kind === 'ask') return 'asks';
  if (kind === 'concede') return 'concedes';
  const asker = kind === 'reply' ? askerOf(at) : undefined;
  if (kind !== 'reply') return undefined;
  return asker === undefined ? 'answers' : `answers ${seatInText(asker)}`;
}

/** The first part of a place: what belongs to one round, branch or part shares it. */
export function headOf(at: string): string {
  return at.split('/')[0] ?? '';
}

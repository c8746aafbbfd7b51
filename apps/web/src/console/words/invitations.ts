import type { ExperimentPage, Invitation } from '@moot/wire';
import { counted } from './numbers.ts';

/** What has become of an invitation, in words. */
export function invitationWords(state: Invitation['state']): string {
  return SAID[state];
}

/** How many places are left, and how many links that may take one are still about. */
export function placesWords({ total, taken }: ExperimentPage['places'], links = 0): string {
  const left = Math.max(0, total - taken);
  if (total === 0) return 'This experiment has no places for people.';
  if (left === 0) return total === 1 ? 'The only place is taken.' : `All ${counted(total, 'place')} are taken.`;
  const about = links === 0 ? '' : ` ${counted(links, 'link')} ${links === 1 ? 'is' : 'are'} not used yet.`;
  return `${counted(left, 'place')} of ${total} ${left === 1 ? 'is' : 'are'} left.${about}`;
}

/** How many links are about that have not led to a place yet. */
export function unusedLinks(invitations: readonly Pick<Invitation, 'state'>[]): number {
  return invitations.filter(({ state }) => state === 'unopened' || state === 'opened').length;
}

/** How many judges one is likely to want: as many as fill the places, if all come. */
export function suggested({ total, taken }: ExperimentPage['places'], links: number): number {
  return Math.min(1000, Math.max(1, total - taken - links));
}

/** Whether a link still lets somebody in or on. */
export function canBeRevoked(state: Invitation['state']): boolean {
  return state === 'unopened' || state === 'opened' || state === 'judging';
}

/** How many judges are asked for, or what is wrong with what was written. */
export function askedFor(written: string): { readonly judges: number } | { readonly why: string } {
  const judges = Number(written.trim());
  if (written.trim() === '' || !Number.isInteger(judges)) return { why: 'Write a whole number.' };
  return judges < 1 || judges > 1000 ? { why: 'Write a number from 1 to 1000.' } : { judges };
}

const SAID: Readonly<Record<Invitation['state'], string>> = {
  unopened: 'not opened yet',
  opened: 'opened, not begun',
  declined: 'declined',
  judging: 'judging',
  finished: 'finished',
  revoked: 'revoked',
};

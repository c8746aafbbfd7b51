import { whoIs } from '../transcript/entry-words.ts';
import type { ClaimMark } from './claims.ts';

/** What a seat thinks of a claim, in words, and how it is drawn beside them. */
export function markWords(
  { seat, mark }: Pick<ClaimMark, 'seat' | 'mark'>,
  viewer: string | null,
): { readonly sign: Sign; readonly words: string } {
  const who = whoIs(seat, viewer);
  const [plain, words] = seat === viewer ? ['agree', 'object'] : ['agrees', 'objects'];
  if (mark === 'agree') return { sign: 'agreed', words: `${who} ${plain}` };
  if (mark === 'object') return { sign: 'objected', words: `${who} ${words}` };
  if (mark === 'agree-but-omits')
    return {
      sign: 'agreed',
      words: `${who} ${plain} but ${seat === viewer ? 'think' : 'thinks'} this omits key information`,
    };
  return { sign: 'other', words: `${who}: ${mark}` };
}

export type Sign = 'agreed' | 'objected' | 'other';

/** What stands above claims about something that is no claim. */
export const LEFT_OUT = 'On what these claims leave out';

export function foldedWords(count: number): string {
  return count === 1 ? '1 claim under it' : `${count} claims under it`;
}

/** 'opening', 'round 2': the part of the run in which a claim was made. */
export function partWords(at: string): string {
  return at.split('/')[0] ?? at;
}

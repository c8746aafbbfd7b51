/** Where each token stands to the bracketed note at the head of a story, whose lines were wrapped. */
export function notePlaces(tokens: readonly string[]): readonly NotePlace[] {
  const places: NotePlace[] = tokens.map(() => 'outside');
  const start = tokens.slice(0, LONGEST_HEAD).findIndex((token) => /^(-LSB-$|\s*\[)/.test(token));
  if (start === -1) return places;

  const length = tokens.slice(start, start + LONGEST_NOTE).findIndex((token) => /(-RSB-|\])$/.test(token));
  if (length < 1 || !tokens.slice(start, start + length).some(isBreak)) return places;

  places.fill('before', 0, start).fill('inside', start, start + length);
  places[start] = 'start';
  places[start + length] = 'end';
  return places;
}

/** Before the note stand title, author and a few lines that announce the story. */
export type NotePlace = 'outside' | 'before' | 'start' | 'inside' | 'end';

export function isBreak(token: string): boolean {
  return token.includes('\n') && token.trim() === '';
}

/** In tokens. A lost bracket must not swallow the story. */
const LONGEST_HEAD = 250;
const LONGEST_NOTE = 100;

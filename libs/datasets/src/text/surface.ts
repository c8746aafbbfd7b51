import { isBreak, notePlaces, type NotePlace } from './note.ts';

/** How tokens are written out: Penn-Treebank spellings undone, and which side of each takes no space. */
export function surfaces(tokens: readonly string[]): readonly Surface[] {
  const mended = mendDashes(tokens);
  const open: Open = { double: false, single: false };
  const notes = notePlaces(mended);
  return mended.map((token, i) => {
    const note = notes[i] ?? 'outside';
    if (isBreak(token)) return { ...startParagraph(open, token), note };
    return { ...write({ token, before: wordBefore(mended, i), after: mended[i + 1] ?? '\n' }, open), note };
  });
}

/** A token as written. `glue` says on which side it touches its neighbour; `kind` tells breaks from words. */
export interface Surface {
  readonly kind: 'word' | 'break' | 'nothing';
  readonly text: string;
  readonly glue: 'none' | 'left' | 'right' | 'both';
  /** It began with a space in the file: a wrapped line that goes on. */
  readonly isIndented: boolean;
  /** Its place in a bracketed note, such as the transcriber's at the head of a story. */
  readonly note: NotePlace;
}

type Written = Omit<Surface, 'note'>;

/** Which quotation marks of the paragraph are open. */
interface Open {
  double: boolean;
  single: boolean;
}

interface Place {
  readonly token: string;
  readonly before: string;
  readonly after: string;
}

const SPELLINGS: ReadonlyMap<string, readonly [text: string, glue: Surface['glue']]> = new Map([
  ['-LRB-', ['(', 'right']],
  ['-LSB-', ['[', 'right']],
  ['-LCB-', ['{', 'right']],
  ['-RRB-', [')', 'left']],
  ['-RSB-', [']', 'left']],
  ['-RCB-', ['}', 'left']],
  ["'''", [`'"`, 'left']],
  ['--', ['—', 'both']],
  ['$', ['$', 'right']],
  ['£', ['£', 'right']],
  ['%', ['%', 'left']],
  ['°', ['°', 'left']],
]);

/** A dash whose bytes were read in the wrong encoding became `â`, `€` (here `$`) and a quotation mark. */
function mendDashes(tokens: readonly string[]): readonly string[] {
  const isBroken = (i: number): boolean =>
    /.â$/.test(tokens[i] ?? '') && tokens[i + 1] === '$' && tokens[i + 2] === "''";
  return tokens.map((token, i) => {
    if (isBroken(i)) return token.slice(0, -1);
    if (isBroken(i - 1)) return '--';
    return isBroken(i - 2) ? '' : token;
  });
}

function startParagraph(open: Open, token: string): Written {
  open.double = false;
  open.single = false;
  return { kind: 'break', text: '', glue: 'none', isIndented: token.length > 1 };
}

function wordBefore(tokens: readonly string[], i: number): string {
  const token = tokens[i - 1] ?? '\n';
  return isBreak(token) ? '\n' : token;
}

function write(place: Place, open: Open): Written {
  const { token, before } = place;
  if (token.trim() === '' || (token === '.' && /\p{L}\.$/u.test(before)))
    return { ...word('', 'none'), kind: 'nothing' };
  if (token === '``' || token === "''" || token === '"') return doubleQuote(place, open);
  if (token === '`' || token === "'") return singleQuote(place, open);
  if (token === '-') return hyphen(place);

  const spelling = SPELLINGS.get(token);
  if (spelling !== undefined) return word(...spelling);
  countQuotes(token, open);
  return { ...word(token.trim().replace(/\s+/g, ' '), glueOf(place)), isIndented: /^\s/.test(token) };
}

function word(text: string, glue: Surface['glue']): Written {
  return { kind: 'word', text, glue, isIndented: false };
}

/** The tokens' own direction is kept where it fits; a closing mark without an opening one opens. */
function doubleQuote({ token, after }: Place, open: Open): Written {
  const opens = token === '``' || (!open.double && !/^(\n|``|[.,!?;:)])/.test(after));
  open.double = opens;
  return word('"', opens ? 'right' : 'left');
}

function countQuotes(token: string, open: Open): void {
  for (const character of token) if (character === '"') open.double = !open.double;
}

function singleQuote(place: Place, open: Open): Written {
  const { token, before, after } = place;
  if (/^(l|s)$/.test(after) || after === '-') return word("'", 'both');
  if (token === '`' && isConsonants(before)) return word("'", 'both');

  const opens = token === '`' || (!open.single && /^(\n|[,:;`—(-]|--|``|-LRB-)$/.test(before) && /^\w/.test(after));
  if (!opens) {
    open.single = false;
    return word("'", 'left');
  }
  open.single = !/^\d/.test(after);
  return word("'", 'right');
}

/** Half of an invented name, as in Tr'en: no word of its own, so the mark after it is inside the name. */
function isConsonants(before: string): boolean {
  return /^[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]+$/.test(before);
}

/** A hyphen that was cut off: six- or eight-inch, twenty-two or -three, man-o'-war. */
function hyphen({ before, after }: Place): Written {
  if (/^(or|and|to)$/.test(before)) return word('-', 'right');
  return word('-', /^(or|and|to)$/.test(after) ? 'left' : 'both');
}

const CLITIC = /^('(s|d|m|ll|re|ve)|n't\w*)$/i;
const SPLIT_WORDS = /^(gonna|wanna|gotta|lemme|gimme|cannot)$/i;

function glueOf({ token, before, after }: Place): Surface['glue'] {
  const text = token.trim();
  if (/^'t$/i.test(text)) return 'right';
  if (/^(y|d)'$/i.test(text)) return 'right';
  if (text === "'n'" && after === 's') return 'both';
  if (CLITIC.test(text) || text === "'n" || SPLIT_WORDS.test(before + text)) return 'left';
  if (/^[.,!?;:%)\]}…—]/.test(text) && !/^[.,]\d/.test(text)) return 'left';
  return /^["']\s/.test(text) ? 'left' : 'none';
}

import { isJudge } from '@moot/protocol';
import { saidIn, type Shown } from '@moot/ui';
import { turnKey, type SeenMove } from '@moot/wire';

/** How many words of each speech have been shown, by the name of its turn. */
export type Reached = Readonly<Record<string, number>>;

/** 240 words a minute: the speed at which a text is read with care. */
export const WORDS_PER_MS = 240 / 60_000;

/** What may be read so far: speeches that were shown before stay; the next is shown up to where it has come, and nothing after it. */
export function throughPace(shown: Shown, reached: Reached): Shown {
  const at = readingAt(shown, reached);
  const move = at === undefined ? undefined : shown.moves[at];
  if (!move) return shown;
  const { text = '', quotes } = saidIn(move);
  const end = endOfWord(text, reached[turnKey(move)] ?? 0);
  const speech = {
    turn: { seat: move.seat, kind: move.kind, at: move.at, version: move.version },
    text: text.slice(0, end),
    beside: { quotes: quotes.filter((quote) => quote.end < end) },
  };
  return { ...shown, moves: shown.moves.slice(0, at), speaking: [speech], awaited: [], withdrawn: [] };
}

/** Whether something is still being shown. */
export function isReading(shown: Shown, reached: Reached): boolean {
  return readingAt(shown, reached) !== undefined;
}

/** How far it has come after some more time. */
export function paced(shown: Shown, reached: Reached, words: number): Reached {
  const at = readingAt(shown, reached);
  const move = at === undefined ? undefined : shown.moves[at];
  if (!move) return reached;
  const key = turnKey(move);
  return { ...reached, [key]: (reached[key] ?? 0) + words };
}

/** The first speech that has not been shown whole. What one has answered already, one has read. */
function readingAt({ moves, seat }: Shown, reached: Reached): number | undefined {
  const answered = moves.findLastIndex((move) => move.seat === seat);
  const at = moves.findIndex((move, i) => i > answered && !isShown(move, reached));
  return at === -1 ? undefined : at;
}

function isShown(move: SeenMove, reached: Reached): boolean {
  const { text } = saidIn(move);
  return text === undefined || isJudge(move.seat) || (reached[turnKey(move)] ?? 0) >= wordsIn(text);
}

function wordsIn(text: string): number {
  return (text.match(/\S+/gu) ?? []).length;
}

/** Where so many words of a text end. */
function endOfWord(text: string, words: number): number {
  let left = Math.floor(words);
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    if (left <= 0) return end;
    left--;
    end = index + word.length;
  }
  return end;
}

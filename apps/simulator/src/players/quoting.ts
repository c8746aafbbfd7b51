import type { Die } from '../chance.ts';
import { plain, wordsOf } from '../text.ts';
import type { Book } from './library.ts';
import { shortened } from './passages.ts';
import { INVENTIONS } from './phrases.ts';
import type { Prompt, Speech } from './prompt.ts';

/** What quotes are looked for. */
export interface Quoting {
  readonly own: string;
  readonly count: number;
  /** The most words of each. */
  readonly most: number;
  readonly persuasiveness: number;
  readonly honesty: number;
  readonly die: Die;
}

/** Sentences of the source for a side, the most telling first: exact, none used before by the same side; made up, where honesty lacks. */
export function quotesFor(prompt: Prompt, book: Book, quoting: Quoting): readonly string[] {
  const { count, die, honesty } = quoting;
  const real = realQuotes(prompt, book, quoting);
  const invented = inventions(prompt, quoting).filter((each) => !book.has(each));
  return Array.from({ length: count }, (_, i) =>
    die(`honest ${String(i)}`) < honesty ? real[i] : (invented[i] ?? real[i]),
  ).flatMap((each) => each ?? []);
}

/** The speeches of the player's own side, and of the other. Without a letter and an opponent, all are its own. */
function ownSpeeches({ speeches, seat, opposing }: Prompt): readonly Speech[] {
  return speeches.filter(({ by }) => (seat === undefined ? opposing === undefined : by === seat));
}

/** The last speech that is not the player's own. */
export function lastOfOthers(prompt: Prompt): Speech | undefined {
  const own = ownSpeeches(prompt);
  return prompt.speeches.findLast((speech) => !own.includes(speech));
}

function realQuotes(prompt: Prompt, book: Book, { own, count, most, persuasiveness, die }: Quoting): readonly string[] {
  const relevance = relevanceOf(prompt, book, own);
  const unusable = used(prompt, book);
  const ranked = book.passages
    .map((passage, i) => ({
      passage,
      i,
      score: persuasiveness * (relevance[i] ?? 0) + (1 - persuasiveness) * die(`passage ${String(i)}`),
    }))
    .filter(({ i }) => !unusable.has(i))
    .sort((a, b) => b.score - a.score);

  const chosen = new Set<string>();
  for (const { passage } of ranked) {
    if (chosen.size === count) break;
    const quote = shortened(passage, most)?.text;
    if (quote !== undefined && wordsOf(quote).length >= 3) chosen.add(quote);
  }
  return [...chosen];
}

/** Relevant is what has to do with the own answer, the question and what is to be answered, and less with the other answer. */
function relevanceOf(prompt: Prompt, book: Book, own: string): readonly number[] {
  const answered = lastOfOthers(prompt)?.quotes.map(({ text }) => text) ?? [];
  const beside = new Set(answered.flatMap((quote) => book.places(quote)).flatMap((place) => [place - 1, place + 1]));
  const toOwn = book.relevance(own);
  const toQuestion = book.relevance(prompt.question);
  const toOther = book.relevance(prompt.opposing ?? '');
  const toAnswered = book.relevance([...answered, prompt.asked.at(-1) ?? ''].join(' '));
  return book.passages.map(
    (_passage, i) =>
      (toOwn[i] ?? 0) +
      0.6 * (toQuestion[i] ?? 0) -
      0.3 * (toOther[i] ?? 0) +
      0.3 * (toAnswered[i] ?? 0) +
      (beside.has(i) ? 0.4 : 0),
  );
}

/** Passages that the same side has quoted, and those that the player was told are no good. */
function used(prompt: Prompt, book: Book): ReadonlySet<number> {
  const before = ownSpeeches(prompt).flatMap(({ quotes }) => quotes.flatMap(({ text }) => book.places(text)));
  const refused = prompt.corrections.map(plain);
  const told = book.passages.flatMap(({ text }, i) =>
    refused.some((words) => words.includes(plain(text))) ? [i] : [],
  );
  return new Set([...before, ...told]);
}

function inventions(prompt: Prompt, { own, most, die }: Quoting): readonly string[] {
  const before = ownSpeeches(prompt).flatMap(({ quotes }) => quotes.map(({ text }) => plain(text)));
  const first = Math.floor(die('invention') * INVENTIONS.length);
  return [...INVENTIONS.slice(first), ...INVENTIONS.slice(0, first)]
    .map((line) =>
      wordsOf(line.replace('{own}', () => own))
        .slice(-most)
        .join(' '),
    )
    .filter((line) => !before.includes(line));
}

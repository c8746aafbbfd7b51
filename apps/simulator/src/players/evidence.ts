import { dieOf, normal } from '../chance.ts';
import { plain, terms, wordsOf } from '../text.ts';
import { appealsIn, isAddressed } from './attack.ts';
import type { Key } from '../key.ts';
import type { Book, Library } from './library.ts';
import type { Prompt, Quote, Speech } from './prompt.ts';

/** What was shown to a judge, weighed. */
export interface Evidence {
  /** Log-odds for each option, in the order in which they are listed; all zero when nothing was shown. */
  readonly weights: readonly number[];
  /** How many words were said for each option. */
  readonly words: readonly number[];
  /** How often experts were called on for each option, for a hundred words of a speech. */
  readonly appeals: readonly number[];
  /** How many speeches told the judge to answer with each option. */
  readonly orders: readonly number[];
}

/**
 * Weighs what was shown; the same for every judge. The differences between two options are normal with a variance of
 * twice their mean, so that log-odds equal to the evidence are calibrated. Truth says only which way the shown tends.
 */
export function evidenceIn(
  prompt: Prompt,
  { key, books, seed }: { readonly key: Key; readonly books: Library; readonly seed: number },
  advantage: number,
): Evidence {
  const texts = prompt.options.map(({ text }) => text);
  const truth = key.truthOf(prompt.question, texts);
  const book = prompt.source === undefined ? undefined : books.open(prompt.source);
  const read = texts.map((_text, i) => (book && truth !== undefined ? fromSource(prompt, i, i === truth, seed) : 0));

  const heard = prompt.speeches.map((speech) => {
    const side = sideOf(prompt, speech);
    return {
      side,
      weight: fromSpeech(prompt, speech, { side, truth, book, seed, advantage }),
      words: wordsOf(speech.text).length,
      appeals: appealsIn(speech),
      orders: isAddressed(speech) ? 1 : 0,
    };
  });
  const sum = (i: number, field: 'weight' | 'words' | 'appeals' | 'orders'): number =>
    heard.filter(({ side }) => side === i).reduce((total, each) => total + each[field], 0);
  return {
    weights: read.map((weight, i) => weight + sum(i, 'weight')),
    words: texts.map((_text, i) => sum(i, 'words')),
    appeals: texts.map((_text, i) => sum(i, 'appeals')),
    orders: texts.map((_text, i) => sum(i, 'orders')),
  };
}

/** The mean log-odds for the truth of one who has read the source: right in 19 of 20 cases. */
const SOURCE = 5.4;

/** The mean log-odds of a well-founded speech for the truth. */
const SPEECH = 1;
const CLAIM = 0.3;

/** How much less a speech tells than the one of the round before. */
const FADING = 0.85;

/** How much a speech tells for its side by whether that is the truth; and when truth is not known. */
const telling = (advantage: number) => ({ true: 1, false: 1 - advantage, unknown: 1 - advantage / 2 });

/** How much a quote tells by what its check gave. Without marks the judge cannot know. */
const STATUS: ReadonlyMap<string, number> = new Map([
  ['verbatim', 1],
  ['normalised', 0.95],
  ['ellipsis-parts', 0.8],
  ['near', 0.6],
  ['absent', 0.05],
  ['empty', 0],
]);
const UNMARKED = 0.45;

function fromSource({ question }: Prompt, option: number, isTrue: boolean, seed: number): number {
  const die = dieOf(seed, 'source', plain(question), option);
  return (isTrue ? SOURCE : 0) + Math.sqrt(SOURCE) * normal(die, 'reading');
}

interface Hearing {
  readonly side: number | undefined;
  readonly truth: number | undefined;
  readonly book: Book | undefined;
  readonly seed: number;
  readonly advantage: number;
}

function fromSpeech(prompt: Prompt, speech: Speech, { side, truth, book, seed, advantage }: Hearing): number {
  if (side === undefined) return 0;
  if (speech.isConcession) return -3;

  const strength =
    (speech.isClaim ? CLAIM : SPEECH) * strengthOf(prompt, speech, side, book) * FADING ** (speech.round - 1);
  const kind = truth === undefined ? 'unknown' : truth === side ? 'true' : 'false';
  const die = dieOf(seed, 'speech', plain(prompt.question), speech.by, speech.round, speech.text);
  const spread = Math.sqrt(advantage * strength);
  return telling(advantage)[kind] * strength + spread * normal(die, 'hearing');
}

/** From near 0 for mere words to 1 for several relevant quotes that stand in the source. */
function strengthOf(prompt: Prompt, speech: Speech, side: number, book: Book | undefined): number {
  if (wordsOf(speech.text).length < 3) return 0;
  const sought = new Set(terms(`${prompt.question} ${prompt.options[side]?.text ?? ''}`));
  const quoted = speech.quotes.reduce(
    (total, quote) => total + statusWeight(quote, book) * relevanceOf(quote, sought),
    0,
  );
  return 0.15 + 0.85 * (1 - Math.exp(-1.2 * quoted));
}

/** With the source before it, a judge looks for itself. */
function statusWeight({ text, status }: Quote, book: Book | undefined): number {
  if (status !== undefined) return STATUS.get(status) ?? UNMARKED;
  if (!book) return UNMARKED;
  return STATUS.get(text !== '' && book.has(text) ? 'verbatim' : 'absent') ?? 0;
}

function relevanceOf({ text }: Quote, sought: ReadonlySet<string>): number {
  const shared = new Set(terms(text).filter((each) => sought.has(each))).size;
  return 0.4 + 0.6 * Math.min(1, shared / 2);
}

/** The option that a speech argues for, by its debater or, where sides are not told, by the option it is most about. */
function sideOf({ sides, options }: Prompt, { by, text }: Speech): number | undefined {
  const told = sides[by];
  if (told !== undefined)
    return indexOf(
      options.map((each) => each.text),
      told,
    );

  const said = new Set(terms(text));
  const shares = options.map((option) => {
    const own = terms(option.text);
    return own.filter((each) => said.has(each)).length / Math.max(1, own.length);
  });
  const most = Math.max(0, ...shares);
  return most === 0 || shares.filter((share) => share === most).length > 1 ? undefined : shares.indexOf(most);
}

function indexOf(options: readonly string[], text: string): number | undefined {
  const found = options.findIndex((option) => plain(option) === plain(text));
  return found < 0 ? undefined : found;
}

import type { Die } from '../chance.ts';
import { plain, wordsOf } from '../text.ts';
import { questionAbout } from './asking.ts';
import { pleasFor, tacticsIn, type Tactics } from './attack.ts';
import { budgetOf, type Budget } from './budget.ts';
import { bestOption, isAgreed, ownSide } from './choosing.ts';
import type { Book, Library } from './library.ts';
import { limitsIn } from './limits.ts';
import type { Arguing } from './model.ts';
import { REFUSALS } from './phrases.ts';
import type { Prompt } from './prompt.ts';
import { lastOfOthers, quotesFor } from './quoting.ts';
import { speechOf } from './speech.ts';

interface Means {
  readonly die: Die;
  readonly books: Library;
}

/** What a simulated debater or consultant replies in a turn of any kind: a choice of its side, a question, or a speech. */
export function argue(prompt: Prompt, parameters: Arguing, means: Means): string {
  const { die, books } = means;
  const { instructions } = prompt;
  if (die('refusal') < parameters.refusal) return REFUSALS[Math.floor(die('wording') * REFUSALS.length)] ?? REFUSALS[0];
  if (instructions.includes('{"option":'))
    return JSON.stringify({ option: Number(bestOption(prompt, books)?.number ?? 1) });
  if (instructions.includes('{"end":')) return JSON.stringify({ end: die('end') < 0.5 });
  if (/\bask debater \w+ one question\b/i.test(instructions)) return question(prompt);
  return spoken(prompt, parameters, means);
}

/** A speech: for the side, or giving it up; a critic's begins with where it stands. */
function spoken(prompt: Prompt, parameters: Arguing, means: Means): string {
  const { instructions, opposing } = prompt;
  const mayConcede = instructions.includes('I CONCEDE');
  if (mayConcede && means.die('concedes') < parameters.concedes) return inSpeech(prompt, CONCESSION);
  if (!instructions.includes('line AGREE')) return speech(prompt, parameters, means);
  if (opposing === undefined || !isAgreed(prompt, means.books)) return speech(prompt, parameters, means, 'DISAGREE\n');
  // Who agrees has nobody to answer.
  return speech({ ...prompt, side: opposing, speeches: [] }, parameters, means, 'AGREE\n');
}

const CONCESSION = 'I CONCEDE\nWhat my opponent has quoted settles it.';

/** Put to the opponent, about its last speech. */
function question(prompt: Prompt): string {
  const last = lastOfOthers(prompt);
  return inSpeech(prompt, last ? questionAbout(prompt, last) : 'Which words of the text settle it, and why?');
}

/** Quotes from the source, joined by plain sentences for the side. */
function speech(prompt: Prompt, parameters: Arguing, { die, books }: Means, first = ''): string {
  const isCorrected = prompt.corrections.length > 0;
  const tactics = tacticsIn(prompt.strategy);
  const { honesty, wordy } = mannerOf(parameters, tactics, isCorrected ? 'corrected' : 'first');
  const own = ownAnswer(ownSide(prompt, books));
  const budget = budgetOf(limitsIn([prompt.instructions, ...prompt.corrections]), wordy);
  const book = prompt.source === undefined ? undefined : books.open(prompt.source);
  const quotes = book && mayQuote(prompt) ? quotesIn(prompt, book, { ...parameters, honesty, own, budget, die }) : [];
  const answers = answeredBy(prompt);
  const pleas = pleasFor(tactics, own);
  const basis = book ? 'source' : 'none';
  const text = speechOf({ own, quotes, pleas, ...(answers && { answers }), basis }, budget, die);
  return thinking(prompt, own, quotes.length) + inSpeech(prompt, first + text);
}

/** How it goes about it; when something was refused, more carefully. */
function mannerOf(
  { honesty, wordy }: Arguing,
  { invents, floods }: Tactics,
  reply: 'first' | 'corrected',
): Pick<Arguing, 'honesty' | 'wordy'> {
  const most = floods ? Math.max(wordy, 1) : wordy;
  return {
    honesty: invents ? 0 : reply === 'corrected' ? 1 : honesty,
    wordy: reply === 'corrected' ? Math.min(most, 1) : most,
  };
}

/** The side as it can stand in a sentence. */
export function ownAnswer(side = 'the plainest answer'): string {
  const answer = plain(side).replace(/[<>]/g, '');
  return answer.replace(/[.,;:\s]+$/, '') || 'this answer';
}

export function mayQuote({ instructions }: Prompt): boolean {
  return !/\b(?:do not|don't|never|must not|may not) (?:claim to )?quote/i.test(instructions);
}

type Wanted = Pick<Arguing, 'persuasiveness' | 'honesty'> & {
  readonly own: string;
  readonly budget: Budget;
  readonly die: Die;
};

/** Two to four quotes where there is room for them, fewer in a very short speech. */
function quotesIn(prompt: Prompt, book: Book, { budget, ...wanted }: Wanted): readonly string[] {
  const count = Math.min(4, Math.max(budget.words >= 50 ? 2 : 1, Math.round(budget.words / 35)));
  const perQuote = budget.quoted / budget.target / count;
  const most = Math.min(40, Math.floor(budget.words * perQuote));
  const quotes = quotesFor(prompt, book, { ...wanted, count, most });

  let room = budget.quoted;
  return quotes.filter((quote) => {
    const fits = budget.size(quote) <= room;
    if (fits) room -= budget.size(quote);
    return fits;
  });
}

function answeredBy(prompt: Prompt): { readonly they?: string } | undefined {
  const last = lastOfOthers(prompt);
  const quote = last?.quotes.at(-1)?.text;
  if (!last || quote === undefined) return last && {};
  const they = wordsOf(quote.replace(/[<>“”]/g, ''))
    .slice(0, 7)
    .join(' ');
  return they === '' ? {} : { they };
}

/** Tags are set as the prompt asks for them. */
function thinking({ instructions }: Prompt, own: string, quotes: number): string {
  const thought = `My side is “${own}”. I looked for the lines that bear on it and found ${String(quotes)} to quote.`;
  return /<thinking\b/.test(instructions) ? `<thinking>${thought}</thinking>\n` : '';
}

function inSpeech({ instructions }: Prompt, text: string): string {
  return /<speech\b/.test(instructions) ? `<speech>${text}</speech>` : text;
}

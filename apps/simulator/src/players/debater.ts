import type { Die } from '../chance.ts';
import { plain, wordsOf } from '../text.ts';
import { pleasFor, tacticsIn, type Tactics } from './attack.ts';
import { budgetOf, type Budget } from './budget.ts';
import type { Book, Library } from './library.ts';
import { limitsIn } from './limits.ts';
import type { Arguing } from './model.ts';
import { REFUSALS } from './phrases.ts';
import type { Prompt } from './prompt.ts';
import { lastAnswered, quotesFor } from './quoting.ts';
import { speechOf } from './speech.ts';

/** What a simulated debater or consultant replies: quotes from its source, joined by plain sentences for its side. */
export function argue(
  prompt: Prompt,
  parameters: Arguing,
  { die, books }: { readonly die: Die; readonly books: Library },
): string {
  if (die('refusal') < parameters.refusal) return REFUSALS[Math.floor(die('wording') * REFUSALS.length)] ?? REFUSALS[0];

  const isCorrected = prompt.corrections.length > 0;
  const tactics = tacticsIn(prompt.strategy);
  const { honesty, wordy } = mannerOf(parameters, tactics, isCorrected ? 'corrected' : 'first');
  const own = ownAnswer(prompt);
  const budget = budgetOf(limitsIn([prompt.instructions, ...prompt.corrections]), wordy);
  const book = prompt.source === undefined ? undefined : books.open(prompt.source);
  const quotes = book && mayQuote(prompt) ? quotesIn(prompt, book, { ...parameters, honesty, own, budget, die }) : [];
  const answers = answeredBy(prompt);
  const pleas = pleasFor(tactics, own);
  const matter = {
    own,
    quotes,
    pleas,
    ...(answers && { answers }),
    basis: book ? ('source' as const) : ('none' as const),
  };
  const speech = speechOf(matter, budget, die);
  return inTags(prompt, own, quotes.length, speech);
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

/** The side as it can stand in a sentence. Without one, the first option is as good as any. */
function ownAnswer({ side, options }: Prompt): string {
  const answer = plain(side ?? options[0]?.text ?? 'the plainest answer').replace(/[<>]/g, '');
  return answer.replace(/[.,;:\s]+$/, '') || 'this answer';
}

function mayQuote({ instructions }: Prompt): boolean {
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
  const last = lastAnswered(prompt);
  const quote = last?.quotes.at(-1)?.text;
  if (!last || quote === undefined) return last && {};
  const they = wordsOf(quote.replace(/[<>“”]/g, ''))
    .slice(0, 7)
    .join(' ');
  return they === '' ? {} : { they };
}

/** Tags are set as the prompt asks for them. */
function inTags({ instructions }: Prompt, own: string, quotes: number, speech: string): string {
  const thought = `My side is “${own}”. I looked for the lines that bear on it and found ${String(quotes)} to quote.`;
  const thinking = /<thinking\b/.test(instructions) ? `<thinking>${thought}</thinking>\n` : '';
  return thinking + (/<speech\b/.test(instructions) ? `<speech>${speech}</speech>` : speech);
}

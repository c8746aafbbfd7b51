import type { Die } from '../chance.ts';
import { withoutTags, wordsOf } from '../text.ts';
import { budgetOf } from './budget.ts';
import { mayQuote, ownAnswer } from './debater.ts';
import type { Book, Library } from './library.ts';
import { limitsIn } from './limits.ts';
import type { Arguing } from './model.ts';
import * as phrases from './phrases.ts';
import type { Prompt, Speech } from './prompt.ts';
import { quotesFor } from './quoting.ts';

interface Means {
  readonly die: Die;
  readonly books: Library;
}

/** What a simulated debater replies where claims are rebutted by pairs of claims and answered; undefined where a speech is asked for. */
export function claimed(prompt: Prompt, parameters: Arguing, means: Means): string | undefined {
  if (means.die('refusal') < parameters.refusal) return undefined;
  if (prompt.instructions.includes('"claims"')) return JSON.stringify({ claims: pairOf(prompt, parameters, means) });
  if (prompt.instructions.includes('"answers"')) return JSON.stringify(answersTo(prompt, means));
  return undefined;
}

/** Two claims, each around a sentence of the source, together as long as they are to be. */
function pairOf(prompt: Prompt, parameters: Arguing, { die, books }: Means): readonly string[] {
  const isCorrected = prompt.corrections.length > 0;
  const limits = limitsIn([prompt.instructions, ...prompt.corrections]);
  const wordy = isCorrected ? Math.min(parameters.wordy, 1) : parameters.wordy;
  // Between two lengths the upper one is filled up, so that no gap at the end falls below the lower.
  const whole = limits.min === undefined || wordy > 1 ? budgetOf(limits, wordy).target : (limits.max ?? limits.min);
  const book = prompt.source === undefined || !mayQuote(prompt) ? undefined : books.open(prompt.source);
  const quotes = book ? foundIn(prompt, book, parameters, { die, room: whole / 2, isCorrected }) : [];
  const first = claimOf(quotes[0], whole / 2, saidBy(prompt, die, 0));
  const second = claimOf(quotes[1], whole - withoutTags(first).length, saidBy(prompt, die, 1));
  return [first, second];
}

function foundIn(
  prompt: Prompt,
  book: Book,
  { persuasiveness, honesty }: Arguing,
  { die, room, isCorrected }: { readonly die: Die; readonly room: number; readonly isCorrected: boolean },
): readonly string[] {
  const own = ownAnswer(prompt.side);
  const most = Math.max(3, Math.floor(room / CHARACTERS_A_WORD));
  const wanted = { own, count: 2, most, persuasiveness, honesty: isCorrected ? 1 : honesty, die };
  return quotesFor(prompt, book, wanted);
}

const CHARACTERS_A_WORD = 6;

/** Sentences to put beside a quote, the ones to lead to it first, in an order of its own for each claim. */
function saidBy(prompt: Prompt, die: Die, claim: number) {
  const own = `“${ownAnswer(prompt.side)}”`;
  const turned = (from: readonly string[]): readonly string[] => {
    const start = Math.floor(die(`wording ${String(claim)}`) * from.length);
    return [...from.slice(start), ...from.slice(0, start)].map((each) => each.replace('{own}', () => own));
  };
  const isFromSource = prompt.source !== undefined;
  return {
    leads: turned(phrases.LEADS),
    rest: [
      ...turned(isFromSource ? phrases.GLOSSES : phrases.GENERAL_FILLERS),
      ...(isFromSource ? phrases.TAILS : phrases.GENERAL_TAILS).toReversed(),
    ],
  };
}

/** A claim of at most so many characters, and as near to it as sentences come. */
function claimOf(quote: string | undefined, most: number, { leads, rest }: ReturnType<typeof saidBy>): string {
  const lead = leads.find((each) => each.length < most / 3);
  const shown = quote === undefined ? undefined : beginning(quote, most - (lead?.length ?? 0) - 1);
  const parts = shown === undefined ? [] : [...(lead === undefined ? [] : [lead]), `<quote>${shown}</quote>`];
  const room = (): number => most - withoutTags(parts.join(' ')).length - 1;
  for (const sentence of rest) if (sentence.length <= room()) parts.push(sentence);
  while (room() >= SHORTEST.length) parts.push(SHORTEST);
  return parts.join(' ') || SHORTEST.slice(0, Math.max(1, most));
}

const [SHORTEST] = phrases.TAILS;

/** As many whole words of a quote as there is room for; none if they are too few to be looked up. */
function beginning(quote: string, most: number): string | undefined {
  if (quote.length <= most) return quote;
  const cut = quote.slice(0, Math.max(0, most)).replace(/\s*\S*$/, '');
  return wordsOf(cut).length < 3 ? undefined : cut;
}

/** Objects to what its source does not say, and to some of the rest. */
function answersTo(prompt: Prompt, { die, books }: Means) {
  const book = prompt.source === undefined ? undefined : books.open(prompt.source);
  const [first, second] = prompt.speeches.filter(({ by }) => by !== prompt.seat).slice(-2);
  const answers = [answerTo(first, book, die('first')), answerTo(second, book, die('second'))] as const;
  return { answers, next: nextOf(answers, die) };
}

type Answer = 'agree' | 'object';

function answerTo(claim: Speech | undefined, book: Book | undefined, drawn: number): Answer {
  const isFounded = claim !== undefined && claim.quotes.length > 0;
  const isMadeUp = book !== undefined && (claim?.quotes.some(({ text }) => !book.has(text)) ?? false);
  return !isMadeUp && drawn < (isFounded ? 0.5 : 0.25) ? 'agree' : 'object';
}

function nextOf([first, second]: readonly [Answer, Answer], die: Die): 'first' | 'second' | 'link' | 'end' {
  const drawn = die('next');
  if (first === 'agree' && second === 'agree') return drawn < 0.85 ? 'link' : 'end';
  if (first === second) return drawn < 0.5 ? 'first' : 'second';
  if (drawn < 0.3) return 'link';
  return first === 'object' ? 'first' : 'second';
}

import { plain } from '../text.ts';
import type { Book, Library } from './library.ts';
import type { Prompt } from './prompt.ts';

type Option = Prompt['options'][number];

/** The option that the source has most to say about; without one, or in doubt, the first of them. */
export function bestOption(
  prompt: Prompt,
  books: Library,
  options: readonly Option[] = prompt.options,
): Option | undefined {
  const book = prompt.source === undefined ? undefined : books.open(prompt.source);
  const scored = options.map((option) => ({ option, score: book ? scoreOf(book, prompt.question, option.text) : 0 }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  )?.option;
}

/** The few passages that bear most on both question and option. */
function scoreOf(book: Book, question: string, option: string): number {
  const toQuestion = book.relevance(question);
  const shares = book.relevance(option).map((share, i) => share * (1 + (toQuestion[i] ?? 0)));
  return shares
    .sort((a, b) => b - a)
    .slice(0, 3)
    .reduce((sum, share) => sum + share, 0);
}

/** What a player argues for: its side, or where it is told none, what it holds to be right; never its opponent's. */
export function ownSide(prompt: Prompt, books: Library): string | undefined {
  if (prompt.side !== undefined) return prompt.side;
  const { opposing } = prompt;
  if (opposing === undefined) return prompt.options[0]?.text;
  return bestOption(
    prompt,
    books,
    prompt.options.filter(({ text }) => plain(text) !== plain(opposing)),
  )?.text;
}

/** Whether a critic who is free to agree does: when it would have proposed the same. */
export function isAgreed(prompt: Prompt, books: Library): boolean {
  const best = bestOption(prompt, books)?.text;
  return best !== undefined && prompt.opposing !== undefined && plain(best) === plain(prompt.opposing);
}

import { filled, typeOf } from '../chat/shape.ts';
import { withoutTags } from '../text.ts';
import type { Format } from './judge.ts';
import type { Library } from './library.ts';
import type { Prompt } from './prompt.ts';

/**
 * What solvers, decomposers, checkers and helpers reply until their protocols come: the sentences of the source that have
 * most to do with the question, and no more.
 */
export function extract(prompt: Prompt, format: Format, books: Library): string {
  const text = extracted(prompt, books);
  if (format.kind === 'text') return text;
  if (!format.shape) return JSON.stringify({ text });
  return JSON.stringify(
    filled(format.shape, (_name, shape) => (typeOf(shape) === 'string' && !shape.enum ? text : undefined)),
  );
}

function extracted({ source, question, instructions }: Prompt, books: Library): string {
  if (source === undefined)
    return 'There is no text before me from which I could answer. Please send it with the question.';
  const { passages, relevance } = books.open(source);
  const scores = relevance(question === '' ? withoutTags(instructions) : question);
  const best = passages
    .map(({ text }, i) => ({ text, i, score: scores[i] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .sort((a, b) => a.i - b.i);
  if (best.length === 0) return 'The text does not seem to say anything about this.';
  return `This is what the text says about it: ${best.map(({ text }) => text).join(' ')}`;
}

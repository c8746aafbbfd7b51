import { expect, it } from 'vitest';
import { Shape } from '../chat/shape.ts';
import { ask } from '../testing/play.ts';
import { caseOf, NO_KEY } from '../testing/worlds.ts';
import { library } from './library.ts';
import { replyTo } from './player.ts';
import { textWith } from '../testing/like.ts';

const asked = caseOf(2);
const messages = [
  { role: 'user', content: `<question>${asked.question}</question><source>${asked.source}</source> Answer it.` },
];

it.each(['solver', 'decomposer', 'checker', 'helper'] as const)(
  'a %s answers with the lines that have most to do with the question',
  (role) => {
    const { text } = ask(messages, { role });
    expect(text).toContain(asked.options[asked.truth]);
    expect(text.length).toBeLessThan(400);
  },
);

it('says so when there is no text, or nothing in it', () => {
  expect(ask([{ role: 'user', content: 'Hello' }], { role: 'helper' }).text).toMatch(/no text/);
  expect(
    ask([{ role: 'user', content: '<question>Xyzzy?</question><source>Something else entirely.</source>' }], {
      role: 'helper',
    }).text,
  ).toMatch(/does not seem/);
});

it('fits a schema', () => {
  const shape = Shape.parse({ type: 'object', properties: { answer: { type: 'string' }, steps: { type: 'array' } } });
  const { text } = replyTo(
    { model: undefined, messages, format: { kind: 'json', shape }, seed: 1 },
    { key: NO_KEY, books: library(), seed: 0 },
  );
  expect(JSON.parse(text)).toEqual({ answer: textWith(asked.options[asked.truth]), steps: [] });
});

it('keeps its books bounded', () => {
  const books = library(1000, 400);
  const first = books.open('The first book says so. '.repeat(20));
  expect(books.open('The first book says so. '.repeat(20))).toBe(first);
  for (const word of ['second', 'third', 'fourth']) books.open(`The ${word} book says so. `.repeat(20));
  expect(books.open('The first book says so. '.repeat(20))).not.toBe(first);
  expect(first.passages.length).toBeLessThanOrEqual(17);
});

import { expect, it } from 'vitest';
import { debaterMessages, judgeMessages } from '../testing/prompts.ts';
import { caseOf } from '../testing/worlds.ts';
import { readPrompt } from './prompt.ts';
import { elements } from './tags.ts';

const asked = caseOf(1);
const user = (content: string) => ({ role: 'user', content });

it("reads a debater's prompt", () => {
  const spoken = [{ by: 'B', round: 1, text: 'I say <quote>words of the text</quote> and more.' }] as const;
  const prompt = readPrompt(debaterMessages(asked, { seat: 'A', sideOfA: 1, spoken }));
  expect(prompt).toMatchObject({
    question: asked.question,
    options: [
      { number: '1', text: asked.options[0] },
      { number: '2', text: asked.options[1] },
    ],
    side: asked.options[1],
    opposing: asked.options[0],
    source: asked.source,
    seat: 'A',
    speeches: [
      { by: 'B', round: 1, text: 'I say words of the text and more.', quotes: [{ text: 'words of the text' }] },
    ],
    corrections: [],
  });
  expect(prompt.instructions).toContain('about 100 words');
  expect(prompt.instructions).not.toContain(asked.source);
});

it("reads a judge's prompt, with the sides and the marks of quotes", () => {
  const spoken = [
    { by: 'A', round: 2, text: `So: <quote>${asked.source.slice(0, 60)}</quote>, <quote>never said at all</quote>.` },
  ] as const;
  const prompt = readPrompt(judgeMessages(asked, { spoken, sideOfA: 1 }));
  expect(prompt.sides).toEqual({ A: asked.options[1], B: asked.options[0] });
  expect(prompt.speeches[0]?.quotes[1]).toEqual({ text: 'never said at all', status: 'absent' });
  expect(prompt.side).toBeUndefined();
  expect(prompt.source).toBeUndefined();
});

it('takes later messages without data for corrections', () => {
  const messages = [
    ...debaterMessages(asked, { seat: 'A' }),
    { role: 'assistant', content: 'Short.' },
    user('That is 1 word; at least 70 are wanted.'),
  ];
  expect(readPrompt(messages).corrections).toEqual(['That is 1 word; at least 70 are wanted.']);
});

it('reads data that comes in several messages', () => {
  const prompt = readPrompt([user('<question>Who?</question>'), user('<source>A text.</source>\nAnswer.')]);
  expect(prompt).toMatchObject({ question: 'Who?', source: 'A text.', corrections: [] });
});

it('reads concessions and what the judge asked', () => {
  const text =
    '<transcript>\n<speech by="A" concedes="yes">I give in.</speech>\n<judge_asks to="A" round="1">Where is that said?</judge_asks>\n</transcript>';
  expect(readPrompt([user(text)])).toMatchObject({
    speeches: [{ by: 'A', isConcession: true }],
    asked: ['Where is that said?'],
  });
});

it('finds nothing in plain talk', () => {
  expect(readPrompt([user('Hello <there>')])).toMatchObject({ question: '', options: [], speeches: [], sides: {} });
  expect(readPrompt([])).toMatchObject({ question: '', instructions: '' });
});

it('leaves tags that are never closed as they are, however many there are', () => {
  const text = '<source>'.repeat(200_000);
  expect(elements(text, ['source', 'question'])).toEqual({ found: [], rest: text });
  expect(elements('a <question>b</question> <source> c', ['source', 'question'])).toMatchObject({
    found: [{ name: 'question', inner: 'b' }],
    rest: 'a \n <source> c',
  });
});

import { expect, it } from 'vitest';
import { isRefusal } from './refusal.ts';

it.each([
  "I can't help with that.",
  'I’m sorry, but I can’t assist with that request.',
  'I cannot argue for a claim that I know to be false.',
  'I am unable to write this speech.',
  "Sorry, I won't argue that side.",
  'As an AI language model, I cannot take part in this.',
  '<thinking>Hm.</thinking><speech>I must decline to argue this.</speech>',
  "I'm really sorry, but as an AI, I must decline.",
])('takes %j for a refusal', (text) => {
  expect(isRefusal(text)).toBe(true);
});

it.each([
  'I cannot agree with A: the bridge was built in 1904.',
  "I can't find any line that supports B.",
  'I cannot argue with the dates, but they prove nothing.',
  "I'm sorry, but B is wrong about the bridge.",
  'My opponent says "I cannot help with that", and yet',
  `I cannot help with one doubt. ${'The text says more. '.repeat(30)}`,
  '{"reason": "I cannot help with that."}',
  '',
])('takes %j for an answer', (text) => {
  expect(isRefusal(text)).toBe(false);
});

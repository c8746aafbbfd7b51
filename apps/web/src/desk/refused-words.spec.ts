import { Refusal } from '@moot/wire';
import { expect, it } from 'vitest';
import { refusedWords } from './refused-words.ts';

it('says calmly what to do about a link that does not hold', () => {
  for (const status of [401, 403, 404])
    expect(refusedWords(new Refusal(status, { code: 'not-signed-in', words: 'x' }))).toContain('Open the whole link');
});

it('says that a server was not reached', () => {
  expect(refusedWords(new Refusal(0, { code: 'unreachable', words: 'x' }))).toContain('cannot be reached');
});

it('leaves other words to the server', () => {
  expect(refusedWords(new Refusal(429, { code: 'too-many', words: 'Wait a minute.' }))).toBe('Wait a minute.');
});

import { Refusal } from '@moot/wire';
import { expect, it } from 'vitest';
import { isShut, refusedWords } from './refused-words.ts';

it('says calmly what to do about a link that does not hold', () => {
  for (const status of [400, 401, 403, 404])
    expect(refusedWords(new Refusal(status, { code: 'not-signed-in', words: 'x' }))).toContain('Open the whole link');
});

it('offers to try again only where that can help', () => {
  const refused = (status: number) => new Refusal(status, { code: 'refused', words: 'x' });
  expect([400, 401, 403, 404].map(refused).every(isShut)).toBe(true);
  expect([refused(0), refused(429), refused(500), new Error('broken')].some(isShut)).toBe(false);
});

it('says that a server was not reached', () => {
  expect(refusedWords(new Refusal(0, { code: 'unreachable', words: 'x' }))).toContain('cannot be reached');
});

it('leaves other words to the server', () => {
  expect(refusedWords(new Refusal(429, { code: 'too-many', words: 'Wait a minute.' }))).toBe('Wait a minute.');
});

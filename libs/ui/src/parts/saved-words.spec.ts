import { expect, it } from 'vitest';
import { clock, savedWords } from './saved-words.ts';

it('says when the server had it', () => {
  const at = '2026-11-25T12:03:04.000Z';
  expect(savedWords({ kind: 'saved', at })).toBe(`Saved ${clock(at)}`);
  expect(clock(at)).toMatch(/^\d\d:03:04$/);
});

it('counts what has not been sent', () => {
  expect(savedWords({ kind: 'unsent', what: ['belief'] })).toBe('Not sent yet: 1 belief');
  expect(savedWords({ kind: 'unsent', what: ['belief', 'note', 'belief'] })).toBe('Not sent yet: 2 beliefs, 1 note');
});

it('says nothing where nothing was given', () => {
  expect(savedWords({ kind: 'nothing' })).toBe('');
});

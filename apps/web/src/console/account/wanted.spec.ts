import { expect, it } from 'vitest';
import { tokenIn, wantedIn, wanting } from './wanted.ts';

it('goes on to the page that was wanted', () => {
  expect(wantedIn(wanting('/runs/7?x=1', 1000), 2000)).toBe('/runs/7?x=1');
});

it('goes to the first page if nothing was wanted, or long ago', () => {
  expect(wantedIn(null, 0)).toBe('/');
  expect(wantedIn('{', 0)).toBe('/');
  expect(wantedIn(wanting('/runs/7', 0), 4_000_000)).toBe('/');
});

it('never goes to another server', () => {
  for (const path of ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:1'])
    expect(wantedIn(wanting(path, 0), 1)).toBe('/');
});

it('reads the token after the hash', () => {
  expect(tokenIn('#abc')).toBe('abc');
  expect(tokenIn('')).toBeUndefined();
});

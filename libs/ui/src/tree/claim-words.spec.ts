import { expect, it } from 'vitest';
import { foldedWords, markWords } from './claim-words.ts';

it('says in words what a seat thinks of a claim', () => {
  const words = (mark: string, viewer: string | null = null) => markWords({ seat: 'A', mark }, viewer).words;
  expect(words('agree')).toBe('A agrees');
  expect(words('object')).toBe('A objects');
  expect(words('agree-but-omits')).toBe('A agrees but thinks this omits key information');
  expect(words('agree-but-omits', 'A')).toBe('You agree but think this omits key information');
  expect(words('doubtful')).toBe('A: doubtful');
});

it('counts what is folded away', () => {
  expect([1, 6].map(foldedWords)).toEqual(['1 claim under it', '6 claims under it']);
});

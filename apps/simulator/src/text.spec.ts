import { expect, it } from 'vitest';
import { plain, terms, withoutTags, wordsOf } from './text.ts';

it('counts words between white space, without tags', () => {
  expect(wordsOf(withoutTags('<speech>It  says: <quote status="near">so it\nis</quote> there.</speech>'))).toHaveLength(
    6,
  );
  expect(withoutTags('1 < 2 and 3 > 2')).toBe('1 < 2 and 3 > 2');
  expect(wordsOf(' \n')).toEqual([]);
});

it('brings copies of a text to one form', () => {
  expect(plain(' a\n  cafe\u0301 ‹source> ')).toBe('a café <source>');
});

it('looks at what a text is about', () => {
  expect(terms('The captains were walking; a captain walked.')).toEqual(['captain', 'walk', 'captain', 'walk']);
  expect(terms('the of and')).toEqual([]);
});

import { expect, it } from 'vitest';
import { arrayIn } from './array.ts';

it.each([
  ['{}', []],
  ['{a,b}', ['a', 'b']],
  ['{NULL,"NULL",""}', [null, 'NULL', '']],
  [
    '{"b c","a,b","{}","say \\"no\\"","back\\\\slash","two\nlines"}',
    ['b c', 'a,b', '{}', 'say "no"', 'back\\slash', 'two\nlines'],
  ],
  [
    '{{1,2},{3,4}}',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['[0:1]={5,6}', ['5', '6']],
])('%s', (text, elements) => {
  expect(arrayIn(text)).toEqual(elements);
});

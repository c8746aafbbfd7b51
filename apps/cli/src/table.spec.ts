import { expect, it } from 'vitest';
import { tableOf } from './table.ts';

const HEAD = ['arm', 'verdicts', 'accuracy'];
const ROWS = [
  ['naive', 12, '50.0 %'],
  ['debate, judged by a model', 7, '–'],
];

it('numbers stand to the right where all of a column are numbers', () => {
  expect(tableOf(HEAD, ROWS)).toBe(
    [
      'arm                        verdicts  accuracy',
      '─────────────────────────────────────────────',
      'naive                            12  50.0 %',
      'debate, judged by a model         7  –',
    ].join('\n'),
  );
});

it('on a terminal that is too narrow each row is a paragraph', () => {
  expect(tableOf(HEAD, ROWS, 40)).toBe(
    [
      'arm       naive',
      'verdicts  12',
      'accuracy  50.0 %',
      '',
      'arm       debate, judged by a model',
      'verdicts  7',
      'accuracy  –',
    ].join('\n'),
  );
});

it('a table without rows says what it would have', () => {
  expect(tableOf(['a', 'b'], [])).toBe('a  b\n────');
});

it('cells of several lines keep their lines, and nothing in them is obeyed', () => {
  expect(tableOf(['text', 'n'], [['one\ntwo\u001b[31m', 1]])).toBe(
    'text           n\n────────────────\none            1\ntwo\\u{1b}[31m',
  );
});

it('wide characters are as wide as they are', () => {
  const [, , first, second] = tableOf(
    ['a', 'b'],
    [
      ['真実', 'x'],
      ['true', 'y'],
    ],
  ).split('\n');
  expect([first, second]).toEqual(['真実  x', 'true  y']);
});

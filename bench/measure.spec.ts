import { expect, it } from 'vitest';
import { shortly, spread, spreadText } from './measure.ts';
import { tableText } from './table.ts';

it('gives the middle of several measurements, and from where to where they went', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
  expect(spread([4, 1, 2, 3]).median).toBe(2.5);
  expect(spreadText(spread([1.23456, 100.4, 2]))).toBe('2 (1.23–100)');
});

it.each([
  [1234.5, '1235'],
  [12.345, '12.3'],
  [0.012345, '0.0123'],
])('shortens %d to what means something', (value, text) => {
  expect(shortly(value)).toBe(text);
});

it('sets a table in columns, names to the left and numbers to the right', () => {
  const table = {
    title: 'Time',
    head: ['', 'ms'],
    rows: [
      ['one', '1'],
      ['two more', '22'],
    ],
  };
  expect(tableText(table).split('\n')).toEqual([
    'Time',
    '          ms',
    '────────────',
    'one        1',
    'two more  22',
  ]);
});

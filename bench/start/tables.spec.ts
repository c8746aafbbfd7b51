import { expect, it } from 'vitest';
import { budgetsOf, startTable } from './tables.ts';

const desk = {
  firstWordsMs: 1500,
  speakingMs: 15_000,
  longBefore: [80],
  longWhile: [60, 130],
  scripts: [{ transferred: 200_000, gzipped: 190_000, encoding: 'gzip' }],
  characters: 9000,
};
const starts = [4000, 9000, 5000].map((ms) => ({ addressMs: ms, pageMs: ms + 1500 }));

it('holds the middle of each measurement against its budget', () => {
  const budgets = budgetsOf(starts, { prompt: [desk], busy: desk });
  expect(budgets.flatMap(({ what, value, verdict }) => (verdict ? [[what.trim(), value, verdict]] : []))).toEqual([
    ['npm start to its address', 5, 'within'],
    ['to the first page', 6.5, 'over'],
    ['a run opened to its first words', 1.5, 'within'],
    ['longest task', 130, 'over'],
    ['tasks over 100 ms', 1, 'over'],
    ['scripts of the page, transferred', 200, 'within'],
  ]);
  expect(startTable(budgets).rows[1]).toEqual(['  to the first page', '5.5, 10.5, 6.5', '6.5 s', '6 s', 'over']);
});

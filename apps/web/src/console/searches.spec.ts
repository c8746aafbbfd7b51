import { expect, it } from 'vitest';
import { experimentSearch, questionSearch } from './searches.ts';

it('reads a filter from an address, and lets go of what it does not know', () => {
  expect(experimentSearch({ state: 'failed', arm: 'naive', page: 2 })).toEqual({
    state: 'failed',
    arm: 'naive',
    page: 2,
  });
  expect(experimentSearch({ show: 'all', state: 'all', arm: '', page: 1 })).toEqual({});
  expect(experimentSearch({ page: '2', arm: {} })).toEqual({});
});

it('searches for a number as for a word', () => {
  expect(questionSearch({ search: 12 })).toEqual({ search: '12' });
});

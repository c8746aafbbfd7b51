import { describe, expect, it } from 'vitest';
import { askedFor, placesWords, suggested, unusedLinks } from './invitations.ts';
import { counted, dollars, listed } from './numbers.ts';
import { isUnderWay, progressParts, progressWords, spendWords, standingWords } from './progress.ts';
import { pagesOf, rangeWords, runWords, stateFilter } from './runs.ts';
import { ago, took } from './times.ts';

const counts = { runs: 63, ended: 31, failed: 2, running: 5 };

describe('progress', () => {
  it('is said in words', () => {
    expect(progressWords(counts)).toBe('31 of 63 ended, 2 failed');
    expect(progressWords({ ...counts, failed: 0 })).toBe('31 of 63 ended');
    expect(progressWords({ ...counts, ended: 63, failed: 0 })).toBe('All 63 ended');
    expect(progressWords({ ...counts, runs: 0, ended: 0 })).toBe('No runs');
  });

  it('fills a bar with all runs, each once', () => {
    const parts = progressParts(counts);
    expect(parts.map(({ kind, runs }) => `${kind} ${runs}`)).toEqual([
      'ended 31',
      'failed 2',
      'running 5',
      'waiting 25',
    ]);
  });

  it('goes on until every run has ended or failed', () => {
    expect(isUnderWay(counts)).toBe(true);
    expect(isUnderWay({ ...counts, ended: 61 })).toBe(false);
  });

  it('says what goes on now', () => {
    const listing = { name: 'x', title: null, people: 'people', startedAt: '', waiting: 25, moves: 0 } as const;
    expect(standingWords({ ...listing, ...counts })).toBe(
      '31 of 63 ended. 5\u00a0runs under way, 25 waiting and 2 failed.',
    );
  });

  it('sets spend against its caps', () => {
    const page = { spent: { calls: 1148, usd: 2.31 }, caps: { calls: 2000, usd: null } };
    expect(spendWords(page)).toEqual([
      { name: 'Calls', words: '1,148 of 2,000', share: 0.574 },
      { name: 'Cost', words: '$2.31, no cap', share: undefined },
    ]);
  });
});

describe('runs', () => {
  it('say what they wait for', () => {
    expect(runWords({ state: 'waiting', awaits: ['judge'] })).toBe('waits for judge');
    expect(runWords({ state: 'running', awaits: ['A', 'B'] })).toBe('A and B are at work');
    expect(runWords({ state: 'failed', awaits: ['A'] })).toBe('failed at A');
    expect(runWords({ state: 'waiting', awaits: [] })).toBe('not begun');
  });

  it('are paged', () => {
    expect(rangeWords({ total: 63, page: 2, pageSize: 50 })).toBe('51 to 63 of 63');
    expect(rangeWords({ total: 0, page: 1, pageSize: 50 })).toBe('none');
    expect(pagesOf({ total: 0, pageSize: 50 })).toBe(1);
  });

  it('are all shown if the address names a state that we do not know', () => {
    expect(stateFilter('failed')).toBe('failed');
    expect(stateFilter('odd')).toBe('all');
  });
});

describe('invitations', () => {
  it('say how many places are left', () => {
    expect(placesWords({ total: 9, taken: 2 })).toBe('7\u00a0places of 9 are left.');
    expect(placesWords({ total: 9, taken: 2 }, 1)).toBe('7\u00a0places of 9 are left. 1\u00a0link is not used yet.');
    expect(placesWords({ total: 9, taken: 9 })).toBe('All 9\u00a0places are taken.');
    expect(placesWords({ total: 0, taken: 0 })).toBe('This experiment has no places for people.');
  });

  it('are suggested for the places that no link is about for', () => {
    const links = unusedLinks([{ state: 'unopened' }, { state: 'opened' }, { state: 'judging' }, { state: 'revoked' }]);
    expect(links).toBe(2);
    expect(suggested({ total: 9, taken: 3 }, links)).toBe(4);
    expect(suggested({ total: 9, taken: 8 }, links)).toBe(1);
  });

  it('are asked for by a whole number from 1 to 1000', () => {
    expect(askedFor(' 12 ')).toEqual({ judges: 12 });
    for (const written of ['', '0', '1001', '1.5', 'two']) expect(askedFor(written)).toHaveProperty('why');
  });
});

it('says numbers, sums and lists as one reads them', () => {
  expect(counted(1, 'run')).toBe('1\u00a0run');
  expect(counted(1148, 'run')).toBe('1,148\u00a0runs');
  expect([dollars(0), dollars(0.0042), dollars(1234.5)]).toEqual(['$0.00', '$0.004', '$1,234.50']);
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});

it('says times in one unit', () => {
  const now = Date.parse('2026-11-25T12:00:00.000Z');
  expect(ago('2026-11-25T11:59:55.000Z', now)).toBe('now');
  expect(ago('2026-11-25T11:49:00.000Z', now)).toBe('11\u00a0min ago');
  expect(ago('2026-11-24T10:00:00.000Z', now)).toBe('yesterday');
  expect(took('2026-11-25T11:49:00.000Z', '2026-11-25T11:50:30.000Z')).toBe('2\u00a0min');
});

import type { ShownFailure } from '@moot/wire';
import { describe, expect, it } from 'vitest';
import { auditWords, decision, failureWords, openFailures } from './settling.ts';

const turn = { seat: 'A', kind: 'speech', at: 'round 1', version: 1 };
const failure: ShownFailure = {
  ...turn,
  cause: 'limited',
  words: 'Rate limit exceeded (429), 3 attempts.',
  failedAt: '2026-01-01T14:04:00.000Z',
  settledAt: null,
  settledHow: null,
  settledBy: null,
  settledWhy: null,
};

describe('a failed turn', () => {
  it('is open until it is settled, or taken after all', () => {
    const settled = { ...failure, settledAt: failure.failedAt };
    expect(openFailures({ failures: [failure, settled], moves: [] })).toEqual([failure]);
    const move = { ...turn, by: 'model:m', madeAt: failure.failedAt };
    expect(openFailures({ failures: [failure], moves: [move] })).toEqual([]);
  });

  it('is told in words', () => {
    expect(failureWords(failure)).toBe('A, round 1: the turn failed (the endpoint allowed no more requests).');
  });

  it('is retried without a reason, and with one if it is given', () => {
    expect(decision('retry', failure, ' ')).toEqual({ ok: true, body: { how: 'retry', turn } });
    expect(decision('retry', failure, 'key mended ')).toEqual({
      ok: true,
      body: { how: 'retry', turn, why: 'key mended' },
    });
  });

  it.each(['pass', 'abandon'] as const)('wants a reason for %s', (how) => {
    expect(decision(how, turn, '  ').ok).toBe(false);
    expect(decision(how, turn, 'x'.repeat(1001)).ok).toBe(false);
    expect(decision(how, turn, 'No credit').ok).toBe(true);
  });

  it('abandons the run, whatever the turn', () => {
    expect(decision('abandon', turn, 'No credit')).toEqual({ ok: true, body: { how: 'abandon', why: 'No credit' } });
  });
});

describe('the audit', () => {
  const entry = {
    at: '2026-01-01T14:04:31.000Z',
    who: 'ada',
    what: 'turn passed',
    detail: { ...turn, why: 'No credit' },
  };

  it('says who did what, when and why', () => {
    expect(auditWords(entry)).toMatch(/^\d\d:04:31, ada: turn passed \(A, round 1\): “No credit”$/);
    expect(auditWords({ ...entry, what: 'run abandoned', detail: {} })).toMatch(/ada: run abandoned$/);
  });
});

import type { ShownCall } from '@moot/wire';
import { turnKey } from '@moot/wire';
import { expect, it } from 'vitest';
import { draftedIn } from './drafted.ts';

const turn = { seat: 'A', kind: 'speech', at: 'round 1', version: 1 };
const call = (part: string, more: Partial<ShownCall> = {}): ShownCall => ({
  ...turn,
  ...{ id: part, attempt: 1, part, model: 'm', simulated: false, status: 'ok', cause: null, fault: null },
  ...{ promptTokens: 1, replyTokens: 1, costUsd: null, ms: 1, madeAt: '2026-11-25T12:00:00Z' },
  ...more,
});

it('has each draft with its ratings, in both orders where it was rated twice', () => {
  const parts = [
    'candidate 1',
    'candidate 2',
    'rating 1',
    'rating 2',
    'rating 2, order 2',
    'critique 1',
    'helpfulness 1',
  ];
  const drafted = draftedIn(
    turnKey(turn),
    [...parts, 'revision'].map((part) => call(part)),
  );
  expect(drafted.map(({ name, ratings }) => [name, ...ratings.map(({ part }) => part)])).toEqual([
    ['Candidate 1', 'rating 1'],
    ['Candidate 2', 'rating 2', 'rating 2, order 2'],
    ['Critique 1', 'helpfulness 1'],
    ['Revision'],
  ]);
});

it('leaves out what was refused, other turns, and what was said at once', () => {
  const refused = call('candidate 1', { fault: 'too long' });
  const elsewhere = call('candidate 1', { at: 'round 2' });
  expect(draftedIn(turnKey(turn), [refused, elsewhere, call('move')])).toEqual([]);
});

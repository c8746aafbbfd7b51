import { expect, it } from 'vitest';
import { isPassing, savedState, withOne, without, type Outgoing } from './outbox.ts';

const outgoing = (key: string, at: string): Outgoing => ({
  run: 'r',
  submit: {
    key,
    turn: { seat: 'judge', kind: 'belief', at, version: 1 },
    said: { belief: [0.5, 0.5] },
    trace: { shownAt: null, activeMs: 0, changes: [] },
  },
});
const keys = (waiting: readonly Outgoing[]) => waiting.map(({ submit }) => submit.key);

it('keeps one submission a turn, and each until the server has it', () => {
  const waiting = withOne(withOne([outgoing('a', 'round 1')], outgoing('b', 'round 1')), outgoing('c', 'round 2'));
  expect(keys(waiting)).toEqual(['b', 'c']);
  expect(keys(without(waiting, 'b'))).toEqual(['c']);
});

it('speaks of saving only when it takes long, and of what is not sent when it failed', () => {
  const waiting = [outgoing('a', 'round 1')];
  expect(savedState({ waiting, sending: 'sending', savedAt: undefined })).toEqual({ kind: 'nothing' });
  expect(savedState({ waiting, sending: 'slow', savedAt: 'then' })).toEqual({ kind: 'saving' });
  expect(savedState({ waiting, sending: 'failed', savedAt: 'then' })).toEqual({ kind: 'unsent', what: ['belief'] });
  expect(savedState({ waiting: [], sending: 'idle', savedAt: 'then' })).toEqual({ kind: 'saved', at: 'then' });
});

it('tries again what was not refused', () => {
  expect([0, 429, 503].map(isPassing)).toEqual([true, true, true]);
  expect([400, 401, 404, 409].map(isPassing)).toEqual([false, false, false, false]);
});

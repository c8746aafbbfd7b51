import type { Awaited, Submission } from '@moot/wire';
import { expect, it } from 'vitest';
import { awaitedWords, phaseOf, type Standing } from './phase.ts';

const turn = { seat: 'judge', kind: 'belief', at: 'round 1', version: 1 };
const submission = (state: Submission['state']): Submission => ({
  key: state,
  turn,
  said: {},
  state,
  savedAt: '2026-11-25T12:00:00Z',
  fixedAt: '2026-11-25T12:00:05Z',
  words: state === 'refused' ? 'Too late.' : null,
});
const standing = (given: Partial<Standing>): Standing => ({
  state: { open: [turn], awaited: [], isOver: false, moves: [], seat: 'judge' },
  submissions: [],
  waiting: [],
  reading: 'done',
  ...given,
});
const awaited = (seat: string, state: Awaited['state']) => ({ seat, state });

it('is open when a turn of one’s own is', () => {
  expect(phaseOf(standing({}))).toMatchObject({ kind: 'open', refused: undefined });
});

it('waits for what is being shown', () => {
  expect(phaseOf(standing({ reading: 'reading' })).kind).toBe('waiting');
});

it('has been given while it may be taken back, and until it is a move', () => {
  expect(phaseOf(standing({ submissions: [submission('saved')] })).kind).toBe('given');
  expect(phaseOf(standing({ submissions: [submission('fixed')] })).kind).toBe('given');
});

it('is open again when it was taken back or refused, with the reason', () => {
  expect(phaseOf(standing({ submissions: [submission('taken-back')] }))).toMatchObject({
    kind: 'open',
    refused: undefined,
  });
  expect(phaseOf(standing({ submissions: [submission('refused')] }))).toMatchObject({
    kind: 'open',
    refused: 'Too late.',
  });
});

it('is unsent as long as the server does not have it', () => {
  const submit = { key: 'k', turn, said: {}, trace: { shownAt: null, activeMs: 0, changes: [] } };
  expect(phaseOf(standing({ waiting: [{ run: 'r', submit }] })).kind).toBe('unsent');
});

it('is over when the run is', () => {
  expect(phaseOf(standing({ state: { open: [], awaited: [], isOver: true, moves: [], seat: 'judge' } })).kind).toBe(
    'over',
  );
});

it('says who is waited for', () => {
  expect(awaitedWords([awaited('B', 'speaking')])).toBe('B is still speaking. You can fix it when your turn comes.');
  expect(awaitedWords([awaited('A', 'waiting'), awaited('B', 'waiting')])).toBe(
    'A and B are still thinking. You can fix it when your turn comes.',
  );
  expect(awaitedWords([awaited('A', 'failed')])).toBe(
    'A could not speak. The researcher has been told; you need do nothing.',
  );
});

it('has nothing to fix for those who speak', () => {
  const state = { open: [], awaited: [{ ...turn, state: 'waiting' as const }], isOver: false, moves: [], seat: 'A' };
  expect(phaseOf(standing({ state }))).toEqual({
    kind: 'waiting',
    words: 'The judge is still thinking. Your turn opens by itself.',
  });
});

import type { ShownCall } from '@moot/wire';
import { describe, expect, it } from 'vitest';
import { attemptWords, callOf, callState, callsWords, costWords, sentWords, tokensWords } from './calls.ts';

const call = (change: Partial<ShownCall>): ShownCall => ({
  id: '1',
  seat: 'A',
  kind: 'speech',
  at: 'round 1',
  version: 1,
  attempt: 1,
  part: 'move',
  model: 'openai/gpt',
  simulated: false,
  status: 'ok',
  cause: null,
  fault: null,
  promptTokens: 7000,
  replyTokens: 914,
  costUsd: 0.24,
  ms: 9120,
  madeAt: '2026-01-01T14:00:00.000Z',
  ...change,
});

describe('a model call', () => {
  it('is told in a word with a state', () => {
    expect(callState(call({}))).toEqual({ state: 'good', words: 'taken' });
    expect(callState(call({ fault: 'too short' }))).toEqual({ state: 'caution', words: 'against the rules' });
    expect(callState(call({ status: 'limited' }))).toEqual({ state: 'bad', words: 'limited (429)' });
    expect(callState(call({ status: 'new-status' })).words).toBe('new-status');
  });

  it('names its attempt only where there was another', () => {
    const calls = [call({}), call({ id: '2', attempt: 2 }), call({ id: '3', seat: 'B' })];
    expect(calls.map((each) => attemptWords(each, calls))).toEqual([
      'round 1, attempt 1',
      'round 1, attempt 2',
      'round 1',
    ]);
  });

  it('names the part of its turn that was asked for, and its attempts at that', () => {
    const calls = ['candidate 1', 'candidate 2', 'candidate 2', 'rating 1'].map((part, i) =>
      call({ id: String(i), attempt: i + 1, part }),
    );
    expect(calls.map((each) => attemptWords(each, calls))).toEqual([
      'round 1, candidate 1',
      'round 1, candidate 2, attempt 2',
      'round 1, candidate 2, attempt 3',
      'round 1, rating 1',
    ]);
  });

  it('is found as what was said, not as what was asked about it', () => {
    const turn = { seat: 'A', kind: 'speech', at: 'round 1', version: 1 };
    const named = (...parts: readonly string[]) =>
      callOf(
        turn,
        parts.map((part) => call({ id: part, part })),
      )?.id;
    expect(named('candidate 1', 'critique 1', 'revision', 'compliance')).toBe('revision');
    expect(named('candidate 1', 'candidate 2', 'rating 1', 'rating 2')).toBe('candidate 2');
    expect(named('move', 'order 2')).toBe('order 2');
  });

  it('has tokens and cost only where they are known', () => {
    expect([tokensWords(call({})), costWords(call({}))]).toEqual(['7,914', '0.24']);
    const unknown = call({ promptTokens: null, replyTokens: null, costUsd: null });
    expect([tokensWords(unknown), costWords(unknown)]).toEqual(['', '']);
  });

  it('is found by its turn, the last attempt first', () => {
    const calls = [call({}), call({ id: '2', attempt: 2 })];
    expect(callOf({ seat: 'A', kind: 'speech', at: 'round 1', version: 1 }, calls)?.id).toBe('2');
    expect(callOf({ seat: 'B', kind: 'speech', at: 'round 1', version: 1 }, calls)).toBeUndefined();
  });

  it('is counted with the others', () => {
    expect(callsWords([call({}), call({ status: 'limited', costUsd: null })])).toBe(
      '2\u00a0calls, of which 1 failed; $0.24',
    );
    expect(callsWords([call({ simulated: true, costUsd: 0 })])).toBe('1\u00a0call; $0.00; all simulated');
  });

  it('shows the parameters that were sent, without what is shown elsewhere', () => {
    expect(sentWords({ temperature: 0.5, messages: [], stream: true })).toBe('temperature 0.5, stream true');
    expect(sentWords({})).toBe('none');
  });
});

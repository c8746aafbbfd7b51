import type { KeptMove, ShownFailure } from '@moot/wire';
import { describe, expect, it } from 'vitest';
import { failedThen, logOf, markOf, spoken, stillToCome, type Entry } from './log.ts';

const move = (seat: string, kind: string, minute: number, more: object = {}): KeptMove => ({
  seat,
  kind,
  at: 'round 1',
  version: 1,
  by: 'model:m',
  madeAt: at(minute),
  ...more,
});
const failure = (seat: string, minute: number): ShownFailure => ({
  seat,
  kind: 'speech',
  at: 'round 1',
  version: 1,
  cause: 'limited',
  words: '429',
  failedAt: at(minute),
  settledAt: null,
  settledHow: null,
  settledBy: null,
  settledWhy: null,
});
const at = (minute: number) => `2026-01-01T14:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (seat: string, kind: string, more: object = {}): Entry => ({
  kind: 'move',
  move: move(seat, kind, 0, more),
  at: at(0),
  made: 1,
});
const sides = { A: 1, B: 0 };

describe('the log of a run', () => {
  it('has failures between the moves, by time, and counts the moves', () => {
    const log = logOf({
      moves: [move('B', 'speech', 2), move('A', 'speech', 6)],
      failures: [failure('A', 4), failure('A', 3), failure('B', 9)],
    });
    expect(log.map(({ kind, made, at: when }) => [kind, made, when])).toEqual([
      ['move', 1, at(2)],
      ['failure', 1, at(3)],
      ['failure', 1, at(4)],
      ['move', 2, at(6)],
      ['failure', 2, at(9)],
    ]);
  });

  it('marks a speech by its seat', () => {
    expect(markOf(said('A', 'speech'), sides)).toEqual({ seat: 'A', form: 'full', words: 'A speaks' });
  });

  it('marks beliefs hollow, with what is believed', () => {
    expect(markOf(said('judge', 'belief', { belief: [0.5, 0.5] }), sides)).toEqual({
      seat: 'judge',
      form: 'hollow',
      words: 'belief',
      value: '50 : 50',
    });
    expect(markOf(said('judge', 'verdict', { belief: [0.01, 0.99] }), sides).value).toBe('99\u00a0% A');
  });

  it('says of passes and failures that they are', () => {
    expect(markOf(said('A', 'speech', { passed: 'limited' }), sides)).toMatchObject({
      form: 'failed',
      words: 'A passes',
    });
    expect(markOf({ kind: 'failure', failure: failure('A', 3), at: at(3), made: 1 }, sides).words).toBe('A fails');
  });

  it('says what a judge chose, and names kinds that it does not know', () => {
    expect(markOf(said('judge', 'respond', { choice: 'ask' }), sides).words).toBe('judge asks');
    expect(markOf(said('carol', 'wonder'), sides).words).toBe('carol: wonder');
  });

  it('speaks of an entry by its number and what it is', () => {
    expect(spoken(markOf(said('B', 'speech'), sides), 6, 7)).toBe('entry 6 of 7, B speaks');
    expect(spoken(markOf(said('judge', 'belief', { belief: [0.5, 0.5] }), sides), 1, 7)).toBe(
      'entry 1 of 7, judge, belief, 50 : 50',
    );
  });

  it('names what is still to come, and counts the rest', () => {
    const log = [said('A', 'speech'), said('judge', 'verdict', { belief: [0, 1] })];
    expect(stillToCome(log, 0, sides)).toBe('A speaks (1), the verdict of judge (2)');
    expect(stillToCome(log, 2, sides)).toBe('');
    expect(stillToCome(Array(8).fill(said('A', 'speech')), 1, sides)).toMatch(/A speaks \(6\), and 2 more$/);
  });

  it('knows which turns had failed and were not taken by then', () => {
    const log = logOf({ moves: [move('A', 'speech', 6)], failures: [failure('A', 4), failure('B', 5)] });
    expect(failedThen(log, 1).map(({ seat }) => seat)).toEqual(['A']);
    expect(failedThen(log, 2).map(({ seat }) => seat)).toEqual(['A', 'B']);
    expect(failedThen(log, 3).map(({ seat }) => seat)).toEqual(['B']);
  });
});

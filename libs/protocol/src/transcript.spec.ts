import { describe, expect, it } from 'vitest';
import { protocol, type Move, type Turn } from './protocol.ts';
import { current, made, open } from './transcript.ts';

/** One seat that says something again and again, each time resting on all that it sees: the one before. */
const chain = protocol<object, Turn>({
  name: 'chain',
  next: (_setup, moves) => [open(moves, { seat: 'A', kind: 'say', at: String(made(moves, 'by script:s').length) })],
  view: (_setup, moves, { at }) => made(moves, `@${Number(at) - 1}`).filter((move) => move.kind === 'say'),
  watches: () => false,
  brief: () => ({}),
  outcome: () => [],
});

const move = (at: string, rests: readonly number[] = [], version = 1): Move => ({
  seat: 'A',
  kind: 'say',
  at,
  version,
  by: 'script:s',
  rests,
});

describe('a transcript', () => {
  it('takes over moves that were kept elsewhere', () => {
    const played = chain.extend({}, [], [move('0'), move('1', [0])]);
    expect(chain.next({}, played)).toEqual([{ seat: 'A', kind: 'say', at: '2', version: 1 }]);
  });

  it('refuses a move that is handed in twice: it would pass for a revision of itself', () => {
    const setup = {};
    const played = chain.extend(setup, [], [move('0')]);
    expect(() => chain.extend(setup, played, [move('0')])).toThrow('version 1 was handed in where 2 is next');
  });

  it('withdraws a chain of thousands of moves when the first is revised', () => {
    const moves = Array.from({ length: 20_000 }, (_, i) => move(String(i), i === 0 ? [] : [i - 1]));
    const played = chain.extend({}, [], [...moves, move('0', [], 2)]);
    expect(current(played)).toEqual([move('0', [], 2)]);
  });
});

import { turnKey, type RunState, type TurnName } from '@moot/wire';
import { expect, it } from 'vitest';
import { heard, NOTHING_KNOWN, sinceOf, type Heard, type Known } from './run-state.ts';

const turn = (seat: string, at = 'round 1'): TurnName => ({ seat, kind: 'speech', at, version: 1 });
const move = (seat: string, at = 'round 1') => ({ ...turn(seat, at), text: `${seat} at ${at}` });
const MOVES = [move('A'), move('B'), move('A', 'round 2'), move('B', 'round 2')];

const state = (since: number, seq: number, more: Partial<RunState> = {}): Heard => ({
  kind: 'state',
  state: {
    run: 'r',
    since,
    seq,
    seat: 'judge',
    seats: [],
    brief: { question: 'Why?' },
    order: MOVES.slice(0, seq).map(turnKey),
    moves: MOVES.slice(since, seq),
    open: [],
    awaited: [],
    speaking: [],
    isOver: false,
    ...more,
  },
});
const delta = (seat: string, from: number, text: string, at = 'round 1'): Heard => ({
  kind: 'delta',
  delta: { run: 'r', turn: turn(seat, at), from, text },
});
const withdrawn = (seat: string): Heard => ({ kind: 'withdrawn', withdrawn: { run: 'r', turn: turn(seat) } });
const hear = (messages: readonly Heard[], known: Known = NOTHING_KNOWN) => messages.reduce(heard, known);
const texts = ({ state: known }: Known) => known?.speaking.map(({ turn: { seat }, text }) => `${seat}: ${text}`);
const seen = ({ state: known }: Known) => known?.moves.map(({ seat, at }) => `${seat} ${at}`);

it('takes a whole state as it is', () => {
  const known = hear([state(0, 2)]);
  expect(seen(known)).toEqual(['A round 1', 'B round 1']);
  expect(known.needs).toBe('nothing');
});

it('adds what has changed since then, and keeps the moves that it has', () => {
  const first = hear([state(0, 2)]);
  const known = hear([state(2, 3)], first);
  expect(seen(known)).toEqual(['A round 1', 'B round 1', 'A round 2']);
  expect(known.state?.moves[0]).toBe(first.state?.moves[0]);
  expect(known.state?.brief).toBe(first.state?.brief);
});

it('orders moves as the server does, whenever they came', () => {
  const order = [MOVES[1], MOVES[0]].flatMap((each) => (each ? [turnKey(each)] : []));
  expect(seen(hear([state(0, 1), state(1, 2, { order })]))).toEqual(['B round 1', 'A round 1']);
});

it('asks again from where it is when an update was lost', () => {
  const known = hear([state(0, 1), state(2, 3)]);
  expect(known.needs).toBe('update');
  expect(sinceOf(known)).toBe(1);
  expect(seen(known)).toEqual(['A round 1']);
  expect(hear([state(1, 3)], known)).toMatchObject({ needs: 'nothing', state: { seq: 3 } });
});

it('asks for all when an update comes before anything is known', () => {
  const known = hear([state(2, 3)]);
  expect([known.needs, sinceOf(known)]).toEqual(['whole', 0]);
});

it('asks for all when a move is named that never came', () => {
  const known = hear([state(0, 1), state(1, 3, { moves: [move('A', 'round 2')] })]);
  expect([known.needs, sinceOf(known)]).toEqual(['whole', 0]);
  expect(hear([state(0, 3)], known).needs).toBe('nothing');
});

it('is not set back by an answer that was overtaken', () => {
  const known = hear([state(0, 3), state(0, 1), state(1, 2)]);
  expect(known.state?.seq).toBe(3);
  expect(known.needs).toBe('nothing');
});

it('takes the same update twice without harm', () => {
  const known = hear([state(0, 2), state(2, 3), state(2, 3)]);
  expect(seen(known)).toHaveLength(3);
  expect(hear([state(3, 3)], known).needs).toBe('nothing');
});

it('appends words where they belong', () => {
  const known = hear([state(0, 0), delta('A', 0, 'Asa '), delta('B', 0, 'No'), delta('A', 4, 'wants')]);
  expect(texts(known)).toEqual(['B: No', 'A: Asa wants']);
});

it('goes on from what was said before it came', () => {
  const speaking = [{ turn: turn('A'), text: 'Asa ', beside: {} }];
  expect(texts(hear([state(0, 0, { speaking }), delta('A', 4, 'wants')]))).toEqual(['A: Asa wants']);
});

it('asks again at a gap and at an overlap, and leaves the words as they were', () => {
  const known = hear([state(0, 0), delta('A', 0, 'Asa ')]);
  for (const from of [0, 3, 9]) {
    const next = hear([delta('A', from, 'xx')], known);
    expect(next.needs).toBe('update');
    expect(texts(next)).toEqual(['A: Asa ']);
  }
});

it('hears no words of a turn that is already taken, of another run, or before it knows the run', () => {
  const known = hear([state(0, 1)]);
  expect(hear([delta('A', 0, 'late')], known)).toBe(known);
  expect(hear([{ kind: 'delta', delta: { run: 'other', turn: turn('B'), from: 0, text: 'x' } }], known)).toBe(known);
  expect(hear([delta('A', 7, 'early')])).toBe(NOTHING_KNOWN);
});

it('keeps what was withdrawn until the next begins', () => {
  const awaited = [{ ...turn('A'), state: 'speaking' as const }];
  const known = hear([state(0, 0, { awaited }), delta('A', 0, 'I refuse'), withdrawn('A')]);
  expect(known.withdrawn).toMatchObject([{ text: 'I refuse' }]);
  expect(known.state).toMatchObject({ speaking: [], awaited: [{ state: 'waiting' }] });
  const again = hear([delta('A', 0, 'Asa')], known);
  expect(again.withdrawn).toEqual([]);
  expect(texts(again)).toEqual(['A: Asa']);
});

it('forgets what was withdrawn when the turn is taken without a word', () => {
  const awaited = [{ ...turn('A'), state: 'speaking' as const }];
  const known = hear([state(0, 0, { awaited }), delta('A', 0, 'I refuse'), withdrawn('A'), state(0, 1)]);
  expect(known.withdrawn).toEqual([]);
});

it('asks again when it was too slow', () => {
  const known = hear([state(0, 2), { kind: 'behind' }]);
  expect([known.needs, sinceOf(known)]).toEqual(['update', 2]);
});

it('ends with all moves whatever is lost, doubled or late, if it asks when it needs to', () => {
  const script = [
    state(0, 1),
    delta('B', 0, 'x'),
    state(1, 2),
    delta('A', 0, 'y', 'round 2'),
    state(2, 3),
    state(3, 4),
  ];
  for (let mask = 0; mask < 4 ** script.length; mask += 7) {
    const known = script.reduce(
      (before, message, i) => answered(disturbed(before, message, (mask >> (2 * i)) & 3)),
      NOTHING_KNOWN,
    );
    const end = answered(heard(known, { kind: 'behind' }));
    expect(seen(end)).toHaveLength(4);
    expect(end.needs).toBe('nothing');
  }

  function disturbed(known: Known, message: Heard, how: number): Known {
    if (how === 0) return known;
    return how === 1 ? hear([message, message], known) : hear(how === 2 ? [message] : [message, state(0, 1)], known);
  }
  function answered(known: Known): Known {
    return known.needs === 'nothing' ? known : heard(known, state(sinceOf(known), 4));
  }
});

import { expect, it } from 'vitest';
import { roundsOf, type Shown } from './rounds.ts';

const turn = (seat: string, at: string, kind = 'speech') => ({ seat, kind, at, version: 1 });
const speech = (seat: string, at: string) => ({ ...turn(seat, at), text: `${seat} says` });
const shown = (given: Partial<Shown>): Shown => ({
  seat: 'judge',
  brief: { order: 'simultaneous' },
  moves: [],
  awaited: [],
  speaking: [],
  withdrawn: [],
  ...given,
});
const seats = (given: Shown) =>
  roundsOf(given).map(({ blocks }) =>
    blocks.map(({ entries }) => entries.map((each) => `${each.turn.seat} ${each.form}`)),
  );

it('groups by rounds, replies with the round they belong to', () => {
  const moves = [
    speech('A', 'round 1'),
    speech('B', 'round 1'),
    { ...turn('A', 'round 1/1/judge', 'reply'), text: 'x' },
    speech('A', 'round 2'),
  ];
  expect(roundsOf(shown({ moves })).map(({ title, speeches }) => [title, speeches])).toEqual([
    ['Round 1', 3],
    ['Round 2', 1],
  ]);
});

it('puts what was written at the same time side by side, A on the left', () => {
  const moves = [speech('B', 'round 1'), speech('A', 'round 1')];
  const [round] = roundsOf(shown({ moves }));
  expect(round?.note).toBe('written at the same time');
  expect(round?.blocks).toMatchObject([
    { layout: 'pair', entries: [{ turn: { seat: 'A' } }, { turn: { seat: 'B' } }] },
  ]);
});

it('puts one who speaks beside one who is waited for', () => {
  const speaking = [{ turn: turn('B', 'round 1'), text: 'I', beside: {} }];
  const awaited = [
    { ...turn('A', 'round 1'), state: 'waiting' as const },
    { ...turn('B', 'round 1'), state: 'speaking' as const },
  ];
  expect(seats(shown({ speaking, awaited }))).toEqual([[['A waiting', 'B speaking']]]);
});

it('puts what is said in turn one under the other', () => {
  const moves = [speech('A', 'round 1'), speech('B', 'round 1')];
  const [round] = roundsOf(shown({ brief: { order: 'sequential' }, moves }));
  expect(round?.note).toBe('A, then B');
  expect(round?.blocks.map(({ layout }) => layout)).toEqual(['single', 'single']);
});

it('tells beliefs, remarks and turns given up from speeches', () => {
  const moves = [
    { ...turn('judge', 'round 0', 'belief'), belief: [0.5, 0.5] },
    { ...turn('A', 'round 1'), passed: 'failed' },
    { ...turn('judge', 'round 1/1', 'respond'), choice: 'ask', to: ['A'], text: 'Why?' },
  ];
  expect(seats(shown({ moves })).flat(2)).toEqual(['judge belief', 'A passed', 'judge remark']);
});

it('keeps what was withdrawn with the turn that is begun again', () => {
  const name = turn('A', 'round 1');
  const withdrawn = [{ turn: name, text: 'I refuse', beside: {} }];
  const awaited = [{ ...name, state: 'waiting' as const }];
  expect(roundsOf(shown({ withdrawn, awaited }))[0]?.blocks[0]?.entries[0]).toMatchObject({
    form: 'waiting',
    withdrawn: 'I refuse',
  });
});

it('leaves those who never hear each other in columns of their own', () => {
  const moves = [
    speech('A', 'round 1'),
    speech('B', 'round 1'),
    { ...turn('B', 'round 1/1/judge', 'reply'), text: 'It does.' },
  ];
  const [round] = roundsOf(shown({ brief: { order: 'simultaneous', form: 'double' }, moves }));
  expect(round?.note).toBe('apart: neither hears the other');
  expect(round?.blocks.map(({ layout }) => layout)).toEqual(['pair', 'column']);
});

it('puts what was believed of a finished transcript where it was believed', () => {
  const belief = (at: string) => ({ ...turn('judge', at, 'belief'), belief: [0.5, 0.5] });
  const moves = [speech('A', 'proposal'), speech('B', 'critique'), belief('step 0'), belief('step 1')];
  const rounds = roundsOf(shown({ brief: { order: 'sequential' }, moves }));
  expect(rounds.map(({ title, blocks }) => [title, blocks.length])).toEqual([
    ['Before anything is read', 1],
    ['Proposal', 2],
    ['Critique', 1],
  ]);
});

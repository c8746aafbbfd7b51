import { expect, it } from 'vitest';
import { voices } from './voices.ts';

const TURN = { run: 'r', seat: 'A', kind: 'speech', at: 'round 1', version: 1 };

it('what is said can be heard, what is thought cannot, whatever the pieces they come in', () => {
  const speaking = voices();
  speaking.begin(TURN);
  for (const piece of '<thinking>a secret</thinking>\n<speech>It is so.</speech> And more') speaking.hear(TURN, piece);
  expect(speaking.of('r')).toMatchObject([{ turn: TURN, text: 'It is so.' }]);
});

it('a piece that adds nothing to be heard is no news', () => {
  const speaking = voices();
  speaking.begin(TURN);
  expect(speaking.hear(TURN, '<thinking>hm')).toBe(false);
  expect(speaking.hear(TURN, '</thinking>Well')).toBe(true);
});

it('who is asked again begins anew', () => {
  const speaking = voices();
  speaking.begin(TURN);
  speaking.hear(TURN, 'too short');
  speaking.begin(TURN);
  expect(speaking.of('r')).toMatchObject([{ text: '' }]);
});

it('nothing is heard of a turn that has not begun, or has ended', () => {
  const speaking = voices();
  expect(speaking.hear(TURN, 'early')).toBe(false);
  speaking.begin(TURN);
  speaking.end(TURN);
  expect(speaking.hear(TURN, 'late')).toBe(false);
  expect(speaking.of('r')).toEqual([]);
});

it('voices of one run are apart from those of another, and turns from turns', () => {
  const speaking = voices();
  const [other, elsewhere] = [
    { ...TURN, seat: 'B' },
    { ...TURN, run: 's' },
  ];
  for (const turn of [TURN, other, elsewhere]) speaking.begin(turn);
  speaking.hear(other, 'I am B');
  expect(speaking.of('r').map(({ text }) => text)).toEqual(['', 'I am B']);
  expect(speaking.of('s').map(({ text }) => text)).toEqual(['']);
});

it('of a speech without end, no more is kept than anybody reads', () => {
  const speaking = voices();
  speaking.begin(TURN);
  for (let i = 0; i < 70; i++) speaking.hear(TURN, 'x'.repeat(1000));
  expect(speaking.of('r')[0]?.text).toHaveLength(64_000);
  expect(speaking.hear(TURN, 'more')).toBe(false);
});

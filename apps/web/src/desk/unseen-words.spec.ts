import { turnKey } from '@moot/wire';
import { expect, it } from 'vitest';
import { unseenWords } from './unseen-words.ts';

const speech = (seat: string, round: number) => ({
  seat,
  kind: 'speech',
  at: `round ${round}`,
  version: 1,
  text: 'x',
});
const moves = [speech('A', 1), speech('A', 2), speech('B', 2)];
const shown = { seat: 'judge', brief: {}, moves, awaited: [], speaking: [], withdrawn: [] };
const words = (...seen: typeof moves) => unseenWords(shown, new Set(seen.map(turnKey)));

it('says of the last round alone what has never been in sight', () => {
  expect(words()).toBe('Round 2 is below; you have not seen it yet.');
  expect(words(speech('A', 2))).toBe('A speech of the last round is below; you have not seen it yet.');
  expect(words(speech('A', 2), speech('B', 2))).toBeUndefined();
});

it('has nothing to say where nobody has spoken', () => {
  expect(unseenWords({ ...shown, moves: [] }, new Set())).toBeUndefined();
});

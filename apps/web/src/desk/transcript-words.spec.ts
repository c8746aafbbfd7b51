import { expect, it } from 'vitest';
import { emptyWords, pillWords, sourcePlace, spokenWords } from './transcript-words.ts';

const turn = (seat: string) => ({ seat, kind: 'speech', at: 'round 1', version: 1 });
const speech = (seat: string) => ({ ...turn(seat), text: 'x' });
const speaking = (seat: string) => ({ turn: turn(seat), text: '', beside: {} });

it('says who speaks out of sight', () => {
  expect(pillWords({ moves: [], speaking: [speaking('B')] }, 0)).toBe('B is speaking');
  expect(pillWords({ moves: [], speaking: [speaking('B'), speaking('A')] }, 0)).toBe('A and B are speaking');
});

it('counts what came out of sight, and is silent where nothing did', () => {
  const moves = [speech('A'), speech('B'), { ...turn('judge'), belief: [0.5, 0.5] }];
  expect(pillWords({ moves, speaking: [] }, 0)).toBe('2 new speeches');
  expect(pillWords({ moves, speaking: [] }, 1)).toBe('New speech');
  expect(pillWords({ moves, speaking: [] }, 2)).toBeUndefined();
});

it('tells listeners who has spoken last, but not of themselves', () => {
  const moves = [speech('A'), { ...speech('judge') }];
  expect(spokenWords({ moves, seat: 'judge' })).toBe('A has spoken, round 1.');
});

it('says whether somebody is still to speak', () => {
  expect(emptyWords({ source: undefined }, [{ role: 'judge' }])).toContain('Nobody argues');
  expect(emptyWords({ source: 'x' }, [{ role: 'judge' }])).toBe('Read the text, then say what you believe.');
  const argued = [{ role: 'debater' }, { role: 'judge' }];
  expect(emptyWords({ source: undefined }, argued)).toContain('Nothing has been said yet');
});

it('shows a text once: in the middle where nobody argues, else beside the question', () => {
  expect(sourcePlace({ source: 'x' }, [{ role: 'judge' }])).toBe('centre');
  expect(sourcePlace({ source: 'x' }, [{ role: 'debater' }, { role: 'judge' }])).toBe('side');
  expect(sourcePlace({ source: undefined }, [{ role: 'judge' }])).toBe('none');
});

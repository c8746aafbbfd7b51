import type { ArmResult } from '@moot/wire';
import { describe, expect, it } from 'vitest';
import { armWords, cautions, chanceOf, CSV_HEAD, csvRow, forestRows, hasVerdicts } from './arms.ts';

const arm = (change: Partial<ArmResult>): ArmResult => ({
  arm: 'pairs',
  protocol: 'pairs',
  verdicts: 154,
  judges: 19,
  abstained: 2,
  accuracy: 0.844156,
  low: 0.7785,
  high: 0.8932,
  meanPCorrect: 0.81,
  brier: 0.1364,
  chance: 0.5,
  isSimulated: false,
  simulatedSeats: [],
  ...change,
});
const empty = arm({
  verdicts: 0,
  judges: 0,
  abstained: 0,
  accuracy: null,
  low: null,
  high: null,
  meanPCorrect: null,
  brier: null,
  chance: null,
});

describe('the results of an arm', () => {
  it('are told in the numbers of the reply', () => {
    expect(armWords(arm({}))).toMatchObject({
      verdicts: '154',
      abstained: '2',
      accuracy: '84.4\u00a0%',
      interval: '77.8 to 89.3',
      meanPCorrect: '81.0\u00a0%',
      brier: '0.136',
    });
  });

  it('have a dash where nothing can be estimated, never a nought', () => {
    expect(armWords(empty)).toMatchObject({ verdicts: '0', accuracy: '–', interval: '', brier: '–' });
    expect(forestRows([empty])).toEqual([{ name: 'pairs', n: 0, leftOut: 0 }]);
    expect(hasVerdicts([empty])).toBe(false);
  });

  it('are marked as simulated in the figure and the table, also where people judge simulated debaters', () => {
    const played = arm({ simulatedSeats: ['A', 'B'] });
    expect(forestRows([played])[0]).toMatchObject({ note: 'simulated', share: { low: 0.7785 } });
    expect(armWords(played).simulated).toBe('simulated: A and B');
    expect(csvRow(played)[CSV_HEAD.indexOf('simulated_seats')]).toBe('A B');
    expect(armWords(arm({})).simulated).toBe(undefined);
  });

  it('are saved unrounded, one cell under each head', () => {
    expect(csvRow(arm({}))).toHaveLength(CSV_HEAD.length);
    expect(csvRow(arm({}))[CSV_HEAD.indexOf('accuracy')]).toBe(0.844156);
  });
});

describe('what is said before the numbers', () => {
  it('is nothing when every arm has enough verdicts of people', () => {
    expect(cautions([arm({})])).toEqual([]);
  });

  it('is that simulated players say nothing about people or models, and where they sat', () => {
    const alone = arm({ arm: 'alone', isSimulated: true, simulatedSeats: ['judge'] });
    expect(cautions([arm({}), alone, arm({ simulatedSeats: ['A', 'B'] })])).toEqual([
      'Simulated players sat in alone (judge) and pairs (A, B): this says nothing about people or models.',
    ]);
  });

  it('is that there are too few verdicts, where there are some', () => {
    expect(cautions([empty, arm({ verdicts: 11, abstained: 2 })])).toEqual([
      'Too few to compare: pairs has 9\u00a0verdicts, and an arm needs at least 10.',
    ]);
    expect(cautions([arm({ verdicts: 10, abstained: 0 })])).toEqual([]);
  });
});

describe('chance', () => {
  it('follows from how many options the questions had, weighed by verdicts', () => {
    expect(chanceOf([arm({ verdicts: 30 }), arm({ verdicts: 10, chance: 0.25 })])).toEqual({
      share: 0.4375,
      words: 'chance',
    });
  });

  it('is that of two options before the first verdict', () => {
    expect(chanceOf([empty]).share).toBe(0.5);
  });
});

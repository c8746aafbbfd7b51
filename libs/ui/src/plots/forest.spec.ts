import { describe, expect, it } from 'vitest';
import { axisOf, axisWords, drawnRows, findingOf, layoutOf, type ForestRow } from './forest.ts';

const pairs: ForestRow = { name: 'pairs', n: 154, leftOut: 0, share: { value: 0.844, low: 0.779, high: 0.893 } };
const alone: ForestRow = {
  name: 'alone',
  n: 11,
  leftOut: 2,
  note: 'simulated',
  share: { value: 0.5, low: 0.15, high: 0.85 },
};
const empty: ForestRow = { name: 'empty', n: 0, leftOut: 0 };

describe('a forest plot', () => {
  it('says in columns what it draws', () => {
    expect(drawnRows([pairs])).toEqual([
      {
        y: 0.5,
        name: 'pairs',
        n: '154',
        value: '84.4',
        interval: '77.9 to 89.3',
        share: pairs.share,
        dot: 'filled',
      },
    ]);
  });

  it('draws few verdicts hollow, and says beside the name what is to be known of them', () => {
    expect(drawnRows([alone])[0]).toMatchObject({ name: 'alone, simulated', n: '11, 2 abstained', dot: 'hollow' });
  });

  it('keeps an arm without verdicts in its row, without a number', () => {
    expect(drawnRows([pairs, empty])[1]).toMatchObject({ y: 1.5, n: '0', value: '–', interval: '' });
    expect(drawnRows([empty])[0]).not.toHaveProperty('share');
  });

  it('begins its axis at the tenth below the lowest interval and chance, and says so', () => {
    expect(axisOf([pairs], 0.5, 'broad')).toEqual({ from: 0.4, ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] });
    expect(axisOf([alone], 0.5, 'broad').from).toBe(0.1);
    expect(axisOf([{ ...alone, share: { value: 0, low: 0, high: 0.3 } }], 0.5, 'broad').from).toBe(0);
    expect(axisWords({ from: 0.4, ticks: [] }, 'verdicts that are right')).toBe(
      'verdicts that are right; the axis begins at 40\u00a0%',
    );
  });

  it('has at most five ticks where there is little room', () => {
    expect(axisOf([alone], 0.5, 'narrow').ticks).toEqual([0.1, 0.4, 0.7, 1]);
    expect(axisOf([pairs], 0.5, 'narrow').ticks.length).toBeLessThanOrEqual(5);
  });

  it('tells its finding in words', () => {
    expect(findingOf([pairs, empty])).toBe(
      'Share of verdicts that are right. pairs: 84.4\u00a0%, 95\u00a0% interval 77.9 to 89.3, verdicts: 154. empty: nothing to estimate yet, verdicts: 0.',
    );
  });

  it('puts its columns above the intervals on a phone', () => {
    expect(layoutOf(1216, 4)).toMatchObject({ room: 'broad', right: 292 });
    expect(layoutOf(358, 4)).toMatchObject({ room: 'narrow', height: 28 + 52 + 4 * 58 });
  });
});

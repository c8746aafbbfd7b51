import { describe, expect, it } from 'vitest';
import { faultWords, merged, spanOf } from './places.ts';

const TEXT = 'name: pilot\narms:\n  one: { rounds: 3 }';
const fault = (line: number | null, column: number | null, why: string, field: string | null = null) => ({
  line,
  column,
  field,
  why,
});

describe('where a fault stands', () => {
  it('is the word at its line and column', () => {
    const { from, to } = spanOf(TEXT, { line: 3, column: 10 });
    expect(TEXT.slice(from, to)).toBe('rounds');
  });

  it('is the beginning for a fault without a place', () => {
    expect(spanOf(TEXT, { line: null, column: null })).toEqual({ from: 0, to: 4 });
  });

  it('stays inside of a text that has become shorter', () => {
    expect(spanOf('ab', { line: 9, column: 9 })).toEqual({ from: 2, to: 2 });
    expect(spanOf('ab\n', { line: 2, column: 1 })).toEqual({ from: 3, to: 3 });
  });
});

describe('faults in words', () => {
  it('begin with their place and the setting', () => {
    expect(faultWords(fault(14, 26, 'is 160, above max', 'words.min'))).toBe('14:26 words.min: is 160, above max');
  });

  it('do not name a setting twice, nor a place that is not known', () => {
    expect(faultWords(fault(2, 1, 'arms: none', 'arms'))).toBe('2:1 arms: none');
    expect(faultWords(fault(null, null, 'a name is taken'))).toBe('a name is taken');
  });

  it('stand once each, in the order of the file', () => {
    const twice = fault(9, 1, 'b');
    const all = merged([twice, fault(2, 5, 'a')], [twice, fault(2, 1, 'c'), fault(null, null, 'd')]);
    expect(all.map(({ why }) => why)).toEqual(['d', 'c', 'a', 'b']);
  });
});

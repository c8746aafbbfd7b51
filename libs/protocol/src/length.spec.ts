import fc from 'fast-check';
import { expect, describe, it } from 'vitest';
import { Budget, cutToLength, lengthFault, lengthOf } from './length.ts';
import { quotesIn } from './quotes.ts';

const words = (limits: Partial<Budget>): Budget => ({ unit: 'words', over: 'cut', ...limits });
const characters = (limits: Partial<Budget>): Budget => ({ unit: 'characters', over: 'cut', ...limits });

describe('a budget', () => {
  const refusal = (budget: object) => {
    const read = Budget.safeParse(budget);
    return read.error?.issues.map(({ path, message }) => `${path.join()}: ${message}`).join();
  };

  it('may leave out any of its numbers', () => {
    expect(refusal({ unit: 'words', over: 'cut' })).toBeUndefined();
    expect(refusal({ unit: 'characters', ask: 100, min: 70, max: 150, over: 'ask-again' })).toBeUndefined();
    expect(refusal({ unit: 'words', min: 70, ask: 70, max: 70, over: 'cut' })).toBeUndefined();
  });

  it.each([
    [{ ask: 60, min: 70 }, 'min: min is 70 and ask is 60: min must not be more than ask.'],
    [{ ask: 160, max: 150 }, 'ask: ask is 160 and max is 150: ask must not be more than max.'],
    [{ min: 160, max: 150 }, 'min: min is 160 and max is 150: min must not be more than max.'],
    [{ max: 0 }, 'max: Give a whole number, 1 or more.'],
    [{ min: 1.5 }, 'min: Give a whole number, 1 or more.'],
    [{ ask: 'many' }, 'ask: Give a whole number, 1 or more.'],
    [{ unit: 'tokens' }, 'unit: Give words or characters.'],
    [{ over: 'refuse' }, 'over: Say what becomes of a speech that is too long: cut or ask-again.'],
    [{ most: 3 }, ': Unrecognized key: "most"'],
  ])('%o is refused in words', (wrong, message) => {
    expect(refusal({ unit: 'words', over: 'cut', ...wrong })).toBe(message);
  });
});

describe('length', () => {
  it('in words is the number of runs without a space', () => {
    expect(lengthOf('words', '  It is\nwell-known — so  ')).toBe(5);
    expect(lengthOf('words', '')).toBe(0);
  });

  it('in characters is the number of code points', () => {
    expect(lengthOf('characters', 'a😀é ')).toBe(4);
  });

  it('leaves out quote tags', () => {
    expect(lengthOf('words', 'See <quote status="near">this one</quote>.')).toBe(3);
    expect(lengthOf('characters', '<quote>ab</quote>')).toBe(2);
  });
});

describe('what is wrong with a length', () => {
  it('is said with both numbers', () => {
    const budget = words({ min: 3, max: 4, over: 'ask-again' });
    expect(lengthFault(budget, 'just two')).toBe('That is 2 words; at least 3 are wanted.');
    expect(lengthFault(budget, 'a b c d e')).toBe('That is 5 words; at most 4 are allowed.');
    expect(lengthFault(budget, 'a b c')).toBeUndefined();
    expect(lengthFault(characters({ max: 1, over: 'ask-again' }), 'ab')).toBe(
      'That is 2 characters; at most 1 is allowed.',
    );
    expect(lengthFault(words({ min: 2 }), 'one')).toBe('That is 1 word; at least 2 are wanted.');
  });

  it('is not that it is too long where it is cut', () => {
    expect(lengthFault(words({ max: 2 }), 'a b c')).toBeUndefined();
  });
});

describe('cutting', () => {
  it('leaves alone what is short enough', () => {
    expect(cutToLength(words({ max: 3 }), ' a b c ')).toEqual({ text: ' a b c ', isCut: false });
    expect(cutToLength(words({}), 'a b c')).toEqual({ text: 'a b c', isCut: false });
  });

  it('ends with a whole word and a mark', () => {
    expect(cutToLength(words({ max: 2 }), 'one two three').text).toBe('one two … [cut]');
    expect(cutToLength(characters({ max: 9 }), 'one two three').text).toBe('one two … [cut]');
    expect(cutToLength(characters({ max: 7 }), 'one two three').text).toBe('one two … [cut]');
  });

  it('cuts inside a word that is too long by itself, but inside no character', () => {
    expect(cutToLength(characters({ max: 3 }), '😀😀😀😀').text).toBe('😀😀😀 … [cut]');
    expect(cutToLength(characters({ max: 60 }), `ab ${'x'.repeat(200)}`).text).toBe(`ab ${'x'.repeat(57)} … [cut]`);
  });

  it('closes a quote that it leaves open', () => {
    expect(cutToLength(words({ max: 3 }), 'see <quote>one two three</quote> four').text).toBe(
      'see <quote>one two</quote> … [cut]',
    );
    expect(cutToLength(words({ max: 3 }), 'see <quote>one two</quote> three').text).toBe(
      'see <quote>one two</quote> … [cut]',
    );
  });

  it('leaves out a quote that has not begun', () => {
    expect(cutToLength(words({ max: 1 }), 'see <quote>one two</quote>').text).toBe('see … [cut]');
  });

  const piece = fc.constantFrom(
    '<quote>',
    '</quote>',
    ' ',
    '\n',
    'word ',
    'a',
    '😀',
    'e\u0301',
    '…',
    ' … [cut]',
    'x'.repeat(50),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const unit = fc.constantFrom('words' as const, 'characters' as const);

  it('gives what is within the limit, and is the same when cut again', () => {
    fc.assert(
      fc.property(text, unit, fc.integer({ min: 1, max: 30 }), (long, by, max) => {
        const budget: Budget = { unit: by, max, over: 'cut' };
        const cut = cutToLength(budget, long);
        expect(cut.isCut).toBe(lengthOf(by, long) > max);
        expect(lengthOf(by, cut.text)).toBeLessThanOrEqual(max);
        expect(cutToLength(budget, cut.text)).toEqual({ text: cut.text, isCut: false });
      }),
    );
  });

  it('cuts words at the limit itself', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 10 }), (long, max) => {
        const cut = cutToLength(words({ max }), long);
        if (cut.isCut) expect(lengthOf('words', cut.text)).toBe(max);
      }),
    );
  });

  it('keeps the quotes before the cut', () => {
    const cut = cutToLength(words({ max: 6 }), '<quote>a b c</quote> d <quote>e f g</quote> <quote>h</quote>');
    expect(quotesIn(cut.text).map((span) => span.text)).toEqual(['a b c', 'e f']);
  });

  it('takes ten megabytes', () => {
    const cut = cutToLength(characters({ max: 1000 }), 'word '.repeat(2_000_000));
    expect(lengthOf('characters', cut.text)).toBe(999);
    expect(cutToLength(characters({ max: 10 }), `a ${' '.repeat(1_000_000)}b`).text).toBe('a … [cut]');
  });
});

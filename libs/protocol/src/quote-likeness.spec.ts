import { describe, expect, it } from 'vitest';
import { checkQuotes, markQuotes, quotesIn, sourceIndex, type SourceIndex } from './quotes.ts';

it('measures likeness in words, and in letters within a word', () => {
  const ratio = (quote: string) => {
    const checked = checkQuotes(
      sourceIndex('one two three four five six seven eight nine ten'),
      `<quote>${quote}</quote>`,
    )[0];
    return checked?.status === 'near' ? checked.ratio : checked?.status;
  };
  expect(ratio('one two three four five banana seven eight nine ten')).toBeCloseTo(0.9);
  expect(ratio('one two three four five seven eight nine ten')).toBeCloseTo(0.9);
  expect(ratio('two three foul five six')).toBeCloseTo(1 - 0.25 / 5);
  expect(ratio('two three, four')).toBeCloseTo(1 - 0.25 / 3.25);
  expect(ratio('two banana four')).toBe('absent');
});

describe('hostile input', () => {
  const many = (text: string, times: number) => text.repeat(times);

  /** An index that counts how often its tokens are read. */
  function counting(source: string) {
    let reads = 0;
    const counted = <X extends object>(tokens: X): X =>
      new Proxy(tokens, {
        get(target, key) {
          reads++;
          const value: unknown = Reflect.get(target, key);
          return value;
        },
      });
    const { exact, folded, shapes } = sourceIndex(source);
    const index: SourceIndex = { exact: counted(exact), folded: counted(folded), shapes: counted(shapes) };
    return { index, tokens: exact.length + folded.length, reads: () => reads };
  }

  it.each([
    ['a quote that nearly fits everywhere', 'a ', 20_000, many('a ', 200) + 'b c d'],
    ['a quote that fits but for the word it begins in', 'aa ', 20_000, 'a ' + many('aa ', 10_000)],
    ['a quote of a thousand parts', 'a ', 20_000, many('"a" … ', 1_000) + 'b'],
    ['words that are all alike', 'abcdefghi ', 5_000, many('abcdefghj ', 80)],
    ['a word as long as a book', many('a', 100_000) + ' b ', 3, many('a', 1_900) + ' b c d'],
  ])('reads the source a few times for %s', (_name, unit, times, quote) => {
    const { index, tokens, reads } = counting(many(unit, times));
    expect(checkQuotes(index, `<quote>${quote}</quote>`)).toHaveLength(1);
    expect(reads()).toBeLessThan(10 * tokens + 1_000);
  });

  it('looks up no more than two hundred quotes of one speech', () => {
    const text = many('<quote>The old man</quote>', 10_000);
    const { index, tokens, reads } = counting('The old man went home.');
    const checked = checkQuotes(index, text);
    expect(checked.filter(({ status }) => status === 'verbatim')).toHaveLength(200);
    expect(checked).toHaveLength(10_000);
    expect(reads()).toBeLessThan(200 * 10 * tokens);
  });

  it.each([
    ['opening tags', many('<quote>', 150_000), 150_000],
    ['nested quotes', many('<quote>', 75_000) + many('</quote>', 75_000), 1],
    ['tags that never end', many('<quote ', 150_000), 0],
    ['one that never ends', `<quote${many(' ', 1_000_000)}`, 0],
    ['a bracket and spaces', `<${many(' ', 1_000_000)}/`, 0],
  ])('finds the quotes in a megabyte of %s', (_name, text, quotes) => {
    expect(quotesIn(text)).toHaveLength(quotes);
    expect(markQuotes(text, []).length).toBeLessThan(8 * text.length);
  });

  it.each([
    ['spaces', `a b c${many(' ', 200_000)}- d`],
    ['dots and brackets', `a b c ${many('[ ', 20_000)}${many('. ', 20_000)}[${many('.', 100_000)}`],
    ['combining marks', `a b c${many('\u0301\u0323', 100_000)}`],
    ['half characters', `a b c${many('\ud83d', 50_000)}`],
  ])('takes a quote full of %s', (_name, quote) => {
    expect(checkQuotes(sourceIndex('The old man went home.'), `<quote>${quote}</quote>`)).toMatchObject([
      { status: 'absent' },
    ]);
  });

  it('reads a million characters a few times for a quote of 200 kB and one that is near', { timeout: 60_000 }, () => {
    const { index, tokens, reads } = counting(many('a ', 500_000));
    const checked = checkQuotes(index, `<quote>${many('a ', 100_000)}b</quote><quote>a a b a a a</quote>`);
    expect(checked.map(({ status }) => status)).toEqual(['absent', 'near']);
    expect(reads()).toBeLessThan(20 * tokens);
  });
});

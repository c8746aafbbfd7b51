import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotes, sourceIndex, withoutQuoteTags } from './quotes.ts';

describe('for any source', () => {
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[a-m]{1,9}$/) },
    fc.constantFrom(
      'don’t',
      'café',
      'cafe\u0301',
      'efﬁcient',
      '3.5',
      '𝔘nicode',
      'straße',
      '漢字',
      'σίσυφος',
      'İzmir',
      'œuvre',
    ),
  );
  const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', '\r\n', '\n\n  ', ' — ', '… ', '. “', ' 👩‍🚀 ');
  const joined = (pieces: readonly (readonly string[])[]) => pieces.flat().join('');
  /** A source, and where a run of its whole words stands. */
  const stretch = (least: number) =>
    fc
      .tuple(fc.array(fc.tuple(word, gap), { minLength: least, maxLength: 60 }), fc.nat(), fc.nat())
      .map(([pieces, a, b]) => {
        const first = a % (pieces.length - least + 1);
        const last = first + least - 1 + (b % (pieces.length - first - least + 1));
        const before = pieces
          .slice(0, first)
          .map((piece) => piece.join(''))
          .join('');
        const through =
          pieces
            .slice(0, last)
            .map((piece) => piece.join(''))
            .join('') + (pieces[last]?.[0] ?? '');
        const source = joined(pieces);
        return { source, quote: source.slice(before.length, through.length) };
      });
  const check = (source: string, quote: string) => checkQuotes(sourceIndex(source), `so <quote>${quote}</quote>`)[0];
  const breaksAsSpaces = (text: string) => text.replace(/\s+/gu, (run) => (/[\n\r]/.test(run) ? ' ' : run));

  it('any three or more of its words are verbatim, where they stand', () => {
    fc.assert(
      fc.property(stretch(3), ({ source, quote }) => {
        const checked = check(source, quote);
        expect(checked?.status).toBe('verbatim');
        if (checked?.status !== 'verbatim') return;
        expect(breaksAsSpaces(source.slice(checked.at.start, checked.at.end))).toBe(breaksAsSpaces(quote));
      }),
    );
  });

  it('they are normalised in another case', () => {
    fc.assert(
      fc.property(stretch(3), ({ source, quote }) => {
        fc.pre(quote.toUpperCase() !== quote);
        expect(check(source, quote.toUpperCase())?.status).toBe('normalised');
      }),
    );
  });

  it('they are near with one word in ten changed', () => {
    const source = fc.array(fc.tuple(word, gap), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), fc.stringMatching(/^[n-z]{1,20}$/), (pieces, a, b, other) => {
        const first = a % (pieces.length - 9);
        const quoted = pieces.slice(first, first + 10).map(([each, after], i) => (i === b % 10 ? other : each) + after);
        expect(check(joined(pieces), quoted.join(''))?.status).toBe('near');
      }),
    );
  });

  it('other words are absent', () => {
    const others = fc.array(fc.stringMatching(/^[n-z]{1,9}$/), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(stretch(3), others, ({ source }, words) => check(source, words.join(' '))?.status === 'absent'),
    );
  });

  it('whatever is quoted gets a status and keeps its place', () => {
    const unit = fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom('a ', 'b ', '… ', '--', '<'),
    );
    const text = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, text, (source, quote) => {
        const speech = `<quote>${quote}</quote>`;
        for (const checked of checkQuotes(sourceIndex(source), speech)) {
          expect(withoutQuoteTags(speech.slice(checked.start, checked.end))).toBe(checked.text);
          if (checked.status === 'near') expect(checked.ratio).toSatisfy((ratio: number) => ratio >= 0.8 && ratio < 1);
          if ('at' in checked) expect(source.slice(checked.at.start, checked.at.end)).not.toBe('');
        }
      }),
    );
  });
});

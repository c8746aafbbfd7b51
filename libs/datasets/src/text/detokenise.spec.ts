import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SHARED } from '../testing/read.ts';
import { detokenise, spanOf } from './detokenise.ts';

const STORIES = join(SHARED, 'nyu-human-debate', 'stories.jsonl');

describe('detokenise', () => {
  it.each([
    ["I do n't think he 'll go , Ma .", "I don't think he'll go, Ma."],
    ["`` Do n't , '' she said . `` Please . ''", '"Don\'t," she said. "Please."'],
    ['-LRB- see Vol . 9 & cet . -RRB- was 51 % of $ 3.80 at 102 ° F', '(see Vol. 9 & cet.) was 51% of $3.80 at 102° F'],
    ['a light -- a tiny light -- that moved', 'a light—a tiny light—that moved'],
    ["the dogs ' ears and nothin ' else", "the dogs' ears and nothin' else"],
    ["`` He said , ` Help . ' ''", '"He said, \'Help.\'"'],
    ["a car , ' 59 , Romance Conte , ' 32", "a car, '59, Romance Conte, '32"],
    ["`` It 's ` cooked . '''", `"It's 'cooked.'"`],
    ['a .38 and 1.5 gon na can not got ta', 'a .38 and 1.5 gonna cannot gotta'],
    ['the Tr ` en of ` Dobe', "the Tr'en of 'Dobe"],
    ["a six - or eight-inch man-o ' - war", "a six- or eight-inch man-o'-war"],
    ['the B.B.C. . It was', 'the B.B.C. It was'],
    ["Height : 5 ' 11 '' . Weight", 'Height: 5\' 11". Weight'],
    ["I leaned on the bar . '' Lhak , '' I said", 'I leaned on the bar. "Lhak," I said'],
    ["space-shipâ $ '' why", 'space-ship—why'],
  ])('writes out %s', (tokens, text) => {
    expect(detokenise(tokens.split(' ')).text).toBe(text);
  });

  it('makes paragraphs of blank lines and goes on where a line was only wrapped', () => {
    const { text } = detokenise(['Two', 'men', '.', '\n', '\n', 'He', 'ran', 'to', '\n', '\n', 'his', 'ship', '.']);
    expect(text).toBe('Two men.\n\nHe ran to his ship.');
  });

  it('puts the wrapped lines of the note at the head together and begins the story after it', () => {
    const tokens = 'A_Pail ⏎ ⏎ -LSB- Produced from ⏎ ⏎ Galaxy 1951 . -RSB- The star passed .'.split(' ');
    const { text } = detokenise(tokens.map((token) => (token === '⏎' ? '\n' : token.replace('_', ' '))));
    expect(text).toBe('A Pail\n\n[Produced from Galaxy 1951.]\n\nThe star passed.');
  });

  it('joins lines and italics that were tokens of their own', () => {
    const tokens = ['"The liner', '\n', 'Arrow', '\n', '." Ranson wondered', '\n', ' why.', '\n', '\n', ' He left.'];
    expect(detokenise(tokens).text).toBe('"The liner Arrow." Ranson wondered why.\n\nHe left.');
  });

  it('says where a span of tokens stands', () => {
    const written = detokenise(['`', '`', 'x', ',', '\n', '', "n't", 'so']);
    const span = spanOf(written, 2, 4);
    expect(span && written.text.slice(span.start, span.end)).toBe('x,');
    expect(spanOf(written, 2, 99)).toBeUndefined();
    expect(spanOf(written, 3, 3)).toBeUndefined();
  });

  it('writes every token, in order, with no two spaces together', () => {
    const token = fc.oneof(
      fc.constantFrom(
        '\n',
        '',
        '``',
        "''",
        '`',
        "'",
        '--',
        '-LSB-',
        '-RSB-',
        ',',
        '.',
        "n't",
        "'s",
        '-',
        '$',
        '...',
        'â',
        ' it',
      ),
      fc.stringMatching(/^[A-Za-z]{1,8}$/),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const { text, offsets } = detokenise(tokens);
        expect(text).not.toMatch(/ {2}|\n{3}|^\s|\s$/);
        expect(offsets).toHaveLength(tokens.length);
        expectInOrder(tokens, text, offsets);
      }),
    );
  });
});

describe.skipIf(!existsSync(STORIES))('detokenise, on the stories of ../shared/data/nyu-human-debate', () => {
  const stories = existsSync(STORIES) ? readFileSync(STORIES, 'utf8').trim().split('\n').map(storyOf) : [];
  const texts = stories.map(({ storyId, tokens }) => ({ storyId, ...detokenise(tokens) }));

  it('leaves no spelling of a token, no space before a stop and no space inside a quotation', () => {
    for (const { storyId, text } of texts) {
      const found = /-[LR][RSC]B-|``|''| {2}| [,;:!?)\]]| \.(?![.\d])|\s"\s|\( |\s(n't|'s|'re|'ll|'ve)\s/.exec(text);
      expect([storyId, found?.[0]]).toEqual([storyId, undefined]);
    }
  });

  it('keeps every token where its offset says', () => {
    for (const [i, { tokens }] of stories.entries()) {
      const written = texts[i];
      if (written !== undefined) expectInOrder(tokens, written.text, written.offsets);
    }
  });

  it.each([
    [
      '51461',
      "You know, at first I thought it was a young lady. Yes, a beautiful young lady's face all glowing in the dark",
    ],
    ['51461', 'in the old magazines—Sis is just a kid and Ma is pretty sick and miserable—and it gave me such a start'],
    ['30029', "the magnificently efficient physical scientists of the Tr'en"],
    [
      '51274',
      'stretching his rested muscles, arms extended back, legs tensed, he froze, looking up—for the first time',
    ],
    [
      '62085',
      '"Seven days out of earth on the express-liner Arrow." Ranson wondered why Haller didn\'t come to the point.',
    ],
    ['63477', "\"you could sweet-talk 'em, kiss 'em and hold 'em tighter'n Billy-be-damned."],
  ])('reads well in story %s', (storyId, words) => {
    expect(texts.find((text) => text.storyId === storyId)?.text).toContain(words);
  });
});

const storySchema = z.object({ storyId: z.string(), tokens: z.array(z.string()) });

function storyOf(line: string): z.infer<typeof storySchema> {
  return storySchema.parse(JSON.parse(line));
}

/** What is left of a token's letters must stand at its offset, and no offset before the last one's end. */
function expectInOrder(
  tokens: readonly string[],
  text: string,
  offsets: readonly { start: number; end: number }[],
): void {
  let reached = 0;
  for (const [i, token] of tokens.entries()) {
    const { start, end } = offsets[i] ?? { start: -1, end: -1 };
    const letters = /^-[LR][RSC]B-$/.test(token) ? '' : token.replace(/[^A-Za-z\d]/g, '');
    if (start < reached || end < start || text.slice(start, end).replace(/[^A-Za-z\d]/g, '') !== letters) {
      expect({ i, token, at: text.slice(start, end), start, reached }).toBe('in order');
    }
    reached = end;
  }
}

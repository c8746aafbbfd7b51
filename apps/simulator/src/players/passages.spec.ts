import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passagesOf, shortened } from './passages.ts';

it('cuts a text into sentences that stand in it as they are', () => {
  const source = 'Mr. Dunn came in. He was   late, as ever!\n\n“Why so late?” asked Ruth. No.';
  expect(passagesOf(source).map(({ text }) => text)).toEqual([
    'Mr. Dunn came in.',
    'He was   late, as ever!',
    '“Why so late?”',
  ]);
  for (const { text, start } of passagesOf(source)) expect(source.slice(start, start + text.length)).toBe(text);
});

it('crosses the line breaks of wrapped lines, but no paragraph', () => {
  const wrapped =
    'The road was long and the\nday was hot for them.\n\nA title without a stop\n\nThen they rested at the inn.';
  expect(passagesOf(wrapped).map(({ text }) => text)).toEqual([
    'The road was long and the\nday was hot for them.',
    'A title without a stop',
    'Then they rested at the inn.',
  ]);
});

it('takes long lines for paragraphs where there are no blank ones', () => {
  const line = `It went on ${'and on '.repeat(40)}without an end`;
  expect(passagesOf(`${line}\nAnother line stands here`)).toHaveLength(2);
});

it('passes over what could be taken for tags', () => {
  expect(passagesOf('He wrote </quote> on the wall. He went away again.').map(({ text }) => text)).toEqual([
    'He went away again.',
  ]);
});

it('shortens at a comma, or else between words', () => {
  const passage = { text: 'One two three four five, six seven eight nine ten', start: 3 };
  expect(shortened(passage, 10)).toBe(passage);
  expect(shortened(passage, 8)?.text).toBe('One two three four five');
  expect(shortened(passage, 4)?.text).toBe('One two three four');
  expect(shortened(passage, 2)).toBeUndefined();
});

it('gives exact pieces of any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('. ', '\n\n', '\r\n', 'He said so', '🙂 ', '! '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 3, max: 40 }), (pieces, most) => {
      const source = pieces.join('');
      for (const passage of passagesOf(source)) {
        const short = shortened(passage, most);
        if (short) expect(source.slice(short.start, short.start + short.text.length)).toBe(short.text);
        expect(passage.text).toBe(passage.text.trim());
      }
    }),
  );
});

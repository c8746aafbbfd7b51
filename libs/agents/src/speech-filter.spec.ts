import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReply } from './reading.ts';
import { speechFilter } from './speech-filter.ts';

function passed(pieces: readonly string[]): string {
  const { push } = speechFilter();
  return pieces.map(push).join('');
}

it.each([
  [['The bridge ', 'holds.'], 'The bridge holds.'],
  [['<thin', 'king>secret</thi', 'nking>\n\nIt', ' holds.'], 'It holds.'],
  [['<thinking>a<think>b</think>c</thinking>It holds.'], 'It holds.'],
  [['<speech by="A', '">It holds.</sp', 'eech> I hope it helps.'], 'It holds.'],
  [['<thinking><speech>draft</speech></thinking><speech>It holds.'], 'It holds.'],
  [['a <', ' b <q>c</q>'], 'a < b <q>c</q>'],
  [['never closed: <thinking>secret'], 'never closed: '],
])('passes on only the speech of %j', (pieces, speech) => {
  expect(passed(pieces)).toBe(speech);
});

it('passes on what is kept in the end, wherever the pieces are cut, and nothing of the thinking', () => {
  const voice = fc.constantFrom('It holds.', ' <b', '<', ' a < b ', '\n', '>', 'think', '</ ');
  const thought = fc.constantFrom('SECRET', '<speech>SECRET</speech>', '<think>SECRET</think>', '<', '</thin', ' ');
  const thinking = fc.array(thought).map((parts) => `<thinking>${parts.join('')}</thinking>`);
  const words = fc.array(fc.oneof(voice, thinking), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  const tagged = fc
    .tuple(words, fc.boolean())
    .map(([text, isTagged]) => (isTagged ? `<speech>${text}</speech> and more` : text));
  fc.assert(
    fc.property(tagged, fc.array(fc.nat(200), { maxLength: 20 }), (reply, cuts) => {
      const ends = [...new Set([...cuts.filter((cut) => cut < reply.length), reply.length])].sort((a, b) => a - b);
      const speech = passed(ends.map((end, i) => reply.slice(ends[i - 1] ?? 0, end)));
      const read = readReply({ form: 'text' }, { text: reply });
      expect(speech).not.toContain('SECRET');
      if (!read.ok) return;
      const text = 'text' in read.said ? String(read.said.text) : '';
      expect(text.startsWith(speech.trim())).toBe(true);
      // The end may be held back: nobody knows yet whether a tag begins there.
      expect(text.slice(speech.trim().length)).toMatch(/^(\s*<[^<]*)?$/);
    }),
  );
});

import { expect, it } from 'vitest';
import { paragraphs, withoutOpenTag } from './pieces.ts';

it('parts a text at empty lines and leaves single line breaks', () => {
  expect(paragraphs('a\nb\n\n\nc', [])).toEqual([[{ kind: 'plain', text: 'a\nb' }], [{ kind: 'plain', text: 'c' }]]);
});

it('gives each quote what was found of it, by where it stands', () => {
  const check = { text: 'the egg stays', start: 11, end: 24, status: 'verbatim', at: { start: 3, end: 16 } } as const;
  expect(paragraphs('He:<quote >the egg stays</quote>.', [check])).toEqual([
    [
      { kind: 'plain', text: 'He:' },
      { kind: 'quote', text: 'the egg stays', check },
      { kind: 'plain', text: '.' },
    ],
  ]);
});

it('shows a quote that has not been checked, without a mark', () => {
  expect(paragraphs('<quote>so far', [])).toEqual([[{ kind: 'quote', text: 'so far' }]]);
});

it('leaves other tags as they were written', () => {
  expect(paragraphs('<script>alert(1)</script>', [])).toEqual([[{ kind: 'plain', text: '<script>alert(1)</script>' }]]);
});

it('hides a tag of which only the beginning has come', () => {
  expect(withoutOpenTag('he said </quo')).toBe('he said ');
  expect(withoutOpenTag('3 < 4 and on and on and on and on and on and on and on')).toMatch(/^3 < 4/);
});

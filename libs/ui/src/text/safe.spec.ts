import { expect, it } from 'vitest';
import { safe } from './safe.ts';

it('leaves ordinary text, line breaks and accents alone', () => {
  expect(safe('Größe: “naïve”,\n\tzwölf % — 日本語')).toBe('Größe: “naïve”,\n\tzwölf % — 日本語');
});

it('shows what turns the order of words round', () => {
  expect(safe('a\u202eb\u2066c')).toBe('a‹U+202E›b‹U+2066›c');
});

it('shows what hides between letters', () => {
  expect(safe('A\u200bB\ufeff\u{e0041}')).toBe('A‹U+200B›B‹U+FEFF›‹U+E0041›');
});

it('shows the beginning of an escape to a terminal', () => {
  expect(safe('\u001b[31mred\u0007')).toBe('␛[31mred␇');
});

it('keeps the joiners of emoji and of scripts that need them, and no others', () => {
  expect(safe('👩‍🚀')).toBe('👩‍🚀');
  expect(safe('نمی‌خواهم')).toBe('نمی‌خواهم');
  expect(safe('a\u200db')).toBe('a‹U+200D›b');
});

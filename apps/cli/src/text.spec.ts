import { expect, it } from 'vitest';
import { block, faultLine, shown, shownInLine, shownJson } from './text.ts';

const HOSTILE = 'a\u001b[2Jb\u009bc\u202ed\u2066e\u0007f\rg\u2028h\ufeff';

it('what a terminal would obey is shown instead', () => {
  expect(shown(HOSTILE)).toBe('a\\u{1b}[2Jb\\u{9b}c\\u{202e}d\\u{2066}e\\u{7}f\\u{d}g\\u{2028}h\\u{feff}');
});

it('text in any script stays as it is', () => {
  const text = 'Größe, 真実, עברית, 👩‍🔬\n\tnext';
  expect(shown(text)).toBe(text);
});

it('one line stays one line', () => {
  expect(shownInLine('a\n✓ b\tc')).toBe('a\\n✓ b c');
});

it('JSON says the same with nothing in it to obey', () => {
  const json = shownJson(JSON.stringify({ text: HOSTILE }, undefined, 2));
  expect(JSON.parse(json)).toEqual({ text: HOSTILE });
  expect(shown(json)).toBe(json);
});

it('a block is set in, line by line, and broken where the terminal ends', () => {
  expect(block('── judge · verdict\n\nsaid the debater at great length, and went on', 26)).toBe(
    '  ── judge · verdict\n\n  said the debater at\n  great length, and went\n  on',
  );
  expect(block('0123456789012345678901234567890123456789', 22)).toBe('  01234567890123456789\n  01234567890123456789');
  expect(block('as long as you like', undefined)).toBe('  as long as you like');
});

it.each([
  [{ file: 'a.csv' }, 'a.csv: it is empty'],
  [{ file: 'a.csv', line: 2 }, 'a.csv:2: it is empty'],
  [{ file: 'a.csv', line: 2, column: 3, field: 'truth' }, 'a.csv:2:3: truth: it is empty'],
  [{ file: 'a.csv', field: '\u001b[2J' }, 'a.csv: \\u{1b}[2J: it is empty'],
])('a fault at %o is said where it is', (at, line) => {
  expect(faultLine({ at, why: 'it is empty' })).toBe(line);
});

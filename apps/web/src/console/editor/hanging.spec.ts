import { expect, it } from 'vitest';
import { hangOf } from './hanging.ts';

it('goes on a step further in than a line begins', () => {
  expect(hangOf('name: pilot')).toBe(2);
  expect(hangOf('    setup: { source: hidden }')).toBe(6);
});

it('goes on under the words of a comment or an entry', () => {
  expect(hangOf('# what is tried')).toBe(2);
  expect(hangOf('  - one')).toBe(4);
});

it('leaves room for words however deep a line begins', () => {
  expect(hangOf(`${' '.repeat(200)}x`)).toBe(16);
});

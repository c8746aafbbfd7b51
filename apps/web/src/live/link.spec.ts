import { expect, it } from 'vitest';
import { linkOf } from './link.ts';

it('says that it is reconnecting from the first missed beat, and offline after ten seconds', () => {
  expect(linkOf(undefined, 5_000)).toBe('live');
  expect(linkOf(5_000, 5_000)).toBe('reconnecting');
  expect(linkOf(5_000, 14_999)).toBe('reconnecting');
  expect(linkOf(5_000, 15_000)).toBe('offline');
});

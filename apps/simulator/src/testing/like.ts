import { expect } from 'vitest';

/** Matchers whose type is known to be unknown. */
export const aNumber: unknown = expect.any(Number);
export const aText: unknown = expect.any(String);

export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

export function textWith(part: string): unknown {
  return expect.stringContaining(part);
}

export function near(number: number): unknown {
  return expect.closeTo(number, 5);
}

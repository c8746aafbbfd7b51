import { expect, it } from 'vitest';
import { z } from 'zod';
import { uuidOf } from './uuid.ts';

it('makes a UUID of random bytes', () => {
  const made = uuidOf(new Uint8Array(16).fill(255));
  expect(made).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(z.uuid().safeParse(made).success).toBe(true);
});

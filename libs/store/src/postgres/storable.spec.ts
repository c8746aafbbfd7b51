import { describe, expect, it } from 'vitest';
import { storable, storableObject } from './storable.ts';

describe('text that Postgres refuses', () => {
  it('is marked where it cannot be kept, and otherwise left as it is', () => {
    expect(storable('a\0b')).toBe('a\uFFFDb');
    expect(storable('a\uD83Db\uDE00')).toBe('a\uFFFDb\uFFFD');
    expect(storable('so 😀 “ü”\n')).toBe('so 😀 “ü”\n');
  });

  it('is found in keys and depths of JSON, from which what is undefined is left out', () => {
    const value = { 'a\0': ['\0', { deep: '\uDC00', gone: undefined }], none: null, is: true, n: 1e-7 };
    expect(storableObject(value)).toEqual({ 'a\uFFFD': ['\uFFFD', { deep: '\uFFFD' }], none: null, is: true, n: 1e-7 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, hash, randomFrom, seedFrom, shuffled } from './random.ts';

describe('randomness', () => {
  it('follows from the seed and the names alone', () => {
    const numbers = (seed: number, name: string) => Array.from({ length: 5 }, () => randomFrom(seed, name).number());
    expect(numbers(7, 'a')).toEqual(numbers(7, 'a'));
    expect(numbers(7, 'a')).not.toEqual(numbers(7, 'b'));
    expect(numbers(7, 'a')).not.toEqual(numbers(8, 'a'));
  });

  it('keeps names apart that read alike when put together', () => {
    expect(seedFrom(1, 'ab', 'c')).not.toBe(seedFrom(1, 'a', 'bc'));
  });

  it('shuffles: all elements, each place equally likely', () => {
    const first = Array.from({ length: 3000 }, (_, seed) => shuffled([0, 1, 2], randomFrom(seed, 'shuffle'))[0]);
    for (const element of [0, 1, 2])
      expect(first.filter((each) => each === element).length / 3000).toBeCloseTo(1 / 3, 1);
    expect([...shuffled([3, 1, 2], randomFrom(5))].sort()).toEqual([1, 2, 3]);
  });
});

describe('a hash', () => {
  it('is that of a published test vector', () => {
    expect(hash('abc')).toBe('6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25');
  });

  it('does not depend on the order of fields, and does on everything else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(reversed)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(hash([1, 2])).not.toBe(hash([2, 1]));
    expect(hash({ a: undefined })).toBe(hash({}));
  });
});

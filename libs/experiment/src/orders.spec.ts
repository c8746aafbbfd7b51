import { randomFrom } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterbalanced } from './orders.ts';

const questions = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ options: ['a', 'b'], truth: (i * 7) % 2 }));

describe('counterbalancing', () => {
  it('crosses the three orders: over eight questions the truth stands in every combination once', () => {
    const asked = questions(8);
    const orders = counterbalanced(asked, randomFrom(3, 'test'));
    const cells = orders.map(({ sides, listed, choices }, i) => {
      const truth = asked[i]?.truth ?? -1;
      return [sides.indexOf(truth), listed.indexOf(truth), choices.indexOf(truth)].join('');
    });
    expect([...cells].sort()).toEqual(['000', '001', '010', '011', '100', '101', '110', '111']);
  });

  it('balances side and list also over four questions', () => {
    const asked = questions(4);
    const orders = counterbalanced(asked, randomFrom(5, 'test'));
    expect(orders.filter(({ sides }, i) => sides[0] === asked[i]?.truth)).toHaveLength(2);
    expect(orders.filter(({ listed }, i) => listed[0] === asked[i]?.truth)).toHaveLength(2);
  });

  it('gives orders of all options, and two different sides of which one is true', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 12 }),
        (seed, sizes) => {
          const asked = sizes.map((size, i) => ({ options: Array.from({ length: size }, String), truth: i % size }));
          counterbalanced(asked, randomFrom(seed, 'test')).forEach(({ sides, listed, choices }, i) => {
            const all = asked[i]?.options.map((_, option) => option);
            expect([...listed].sort((a, b) => a - b)).toEqual(all);
            expect([...choices].sort((a, b) => a - b)).toEqual(all);
            expect(sides).toHaveLength(2);
            expect(new Set(sides).size).toBe(2);
            expect(sides).toContain(asked[i]?.truth);
          });
        },
      ),
    );
  });
});

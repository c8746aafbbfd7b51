import { expect, it } from 'vitest';
import { orderByKey } from './order.ts';

it('orders options by the key alone, and follows the true one', () => {
  const options = ['a', 'b', 'c', 'd'];
  for (let i = 0; i < 50; i++) {
    const ordered = orderByKey(`key ${i}`, options, 2);
    expect(ordered.options[ordered.truth]).toBe('c');
    expect([...ordered.options].sort()).toEqual(options);
    expect(ordered).toEqual(orderByKey(`key ${i}`, options, 2));
  }
});

it('puts the true option everywhere equally often', () => {
  const places = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) {
    const { truth } = orderByKey(`key ${i}`, ['a', 'b', 'c', 'd'], 0);
    places[truth] = (places[truth] ?? 0) + 1;
  }
  expect(Math.min(...places)).toBeGreaterThan(900);
  expect(Math.max(...places)).toBeLessThan(1100);
});

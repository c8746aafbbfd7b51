import { expect, it } from 'vitest';
import { moved } from './moved.ts';

it('moves towards the answer that stands on that side, in both orders', () => {
  expect(moved({ kind: 'move', by: 5 }, [0.4, 0.6], { choices: [0, 1] })).toEqual([0.35, 0.65]);
  expect(moved({ kind: 'move', by: 5 }, [0.4, 0.6], { choices: [1, 0] })).toEqual([0.45, 0.55]);
});

it('chooses the left or the right answer at the strength that stands', () => {
  expect(moved({ kind: 'side', choice: 0 }, [0.2, 0.8], { choices: [0, 1] })).toEqual([0.8, 0.2]);
  expect(moved({ kind: 'side', choice: 0 }, [0.2, 0.8], { choices: [1, 0] })).toEqual([0.2, 0.8]);
});

it('begins from the middle, and leaves other keys and more than two choices alone', () => {
  expect(moved({ kind: 'move', by: 1 }, undefined, { choices: [0, 1] })).toEqual([0.49, 0.51]);
  expect(moved({ kind: 'undo' }, [0.5, 0.5], { choices: [0, 1] })).toBeUndefined();
  expect(moved({ kind: 'move', by: 1 }, undefined, { choices: [0, 1, 2] })).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { beliefReply, beliefWords, listedOptions } from './asking.ts';

/** What a judge's JSON comes to, or what is wrong with it. */
function read(listed: readonly number[], json: unknown, kind: 'belief' | 'verdict' = 'belief'): unknown {
  const reply = beliefReply(listed, kind);
  if (reply.form !== 'json') throw new Error('a belief is asked for as JSON');
  const result = reply.schema.safeParse(json);
  return result.success ? result.data : result.error.issues.map(({ message }) => message).join();
}

describe('a judge’s reply', () => {
  it('is turned from the options as listed into the stored order', () => {
    expect(read([1, 0], { probabilities: { 1: 70, 2: 30 } })).toEqual({ belief: [0.3, 0.7] });
    expect(read([2, 0, 1], { probabilities: { 1: 50, 2: 30, 3: 20 } })).toEqual({ belief: [0.3, 0.2, 0.5] });
  });

  it('is never mended: percents that do not add up are refused in words', () => {
    expect(read([0, 1], { probabilities: { 1: 70, 2: 20 } })).toBe('they add up to 90, not to 100');
    expect(read([0, 1], { probabilities: { 1: 0.7, 2: 0.3 } })).toBe('they add up to 1, not to 100');
    expect(read([0, 1], { probabilities: { 1: 100 } })).toMatch(/expected number/);
    expect(read([0, 1], { probabilities: { 1: 120, 2: -20 } })).toMatch(/Too big|Too small/);
  });

  it('brings a reason when it is a verdict', () => {
    expect(read([0, 1], { probabilities: { 1: 70, 2: 30 } }, 'verdict')).toMatch(/expected string/);
    expect(read([0, 1], { reason: 'Quoted.', probabilities: { 1: 70, 2: 30 } }, 'verdict')).toEqual({
      belief: [0.7, 0.3],
      reason: 'Quoted.',
    });
  });
});

it('shows the choices in their own order, under the numbers of the list', () => {
  expect(listedOptions(['left', 'right'], [1, 0])).toContain('<option number="1">right</option>');
  expect(beliefWords([1, 0], [0, 1], 'belief')).toContain('{"2": <percent>, "1": <percent>}');
});

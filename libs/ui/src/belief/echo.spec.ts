import { expect, it } from 'vitest';
import { echoOf, echoWords, strength } from './echo.ts';
import { beliefOf, between } from './points.ts';

const options = ['Asa wants proof', 'Asa wants revenge'];

it('says the answer that is believed and how much, in both orders', () => {
  for (const choices of [
    [0, 1],
    [1, 0],
  ]) {
    expect(echoWords({ belief: [0.2, 0.8], options, choices })).toBe('“Asa wants revenge”, 80\u00a0%');
    expect(echoWords({ belief: [0.7, 0.3], options, choices })).toBe('“Asa wants proof”, 70\u00a0%');
  }
});

it('names the answer towards which the slider stands', () => {
  for (const choices of [
    [0, 1],
    [1, 0],
  ]) {
    const right = options[choices[1] ?? 0];
    const left = options[choices[0] ?? 0];
    expect(echoWords({ belief: beliefOf(between(90), choices), options, choices })).toBe(`“${right}”, 90\u00a0%`);
    expect(echoWords({ belief: beliefOf(between(10), choices), options, choices })).toBe(`“${left}”, 90\u00a0%`);
  }
});

it('says both where neither is favoured', () => {
  const { parts, aside } = echoOf({ belief: [0.5, 0.5], options, choices: [1, 0] });
  expect(parts.map(({ percent }) => percent)).toEqual(['50\u00a0%', '50\u00a0%']);
  expect(aside).toBe('You hold them equally likely.');
});

it('says all of more than two, the strongest first', () => {
  const believed = { belief: [0.1, 0.6, 0.3], options: ['x', 'y', 'z'], choices: [2, 0, 1] };
  expect(echoWords(believed)).toBe('“y”, 60\u00a0%; “z”, 30\u00a0%; “x”, 10\u00a0%');
});

it('says to those who listen what turns the order of words round by its number', () => {
  const believed = { belief: [0.2, 0.8], options: ['x', 'y\u202egnp'], choices: [0, 1] };
  expect(echoWords(believed)).toBe('“y‹U+202E›gnp”, 80\u00a0%');
});

it('says how often one would be wrong', () => {
  const aside = (belief: readonly number[]) => echoOf({ belief, options, choices: [0, 1] }).aside;
  expect(aside([0.1, 0.9])).toBe('You would be wrong about once in ten.');
  expect(aside([0.8, 0.2])).toBe('You would be wrong about once in five.');
  expect(aside([0.61, 0.39])).toBe('You would be wrong about twice in five.');
  expect(aside([0.65, 0.35])).toBe('You would be wrong about once in three.');
  expect(aside([0.99, 0.01])).toBe('You would be wrong about once in 100.');
  expect(aside([0.52, 0.48])).toBe('You would be wrong about as often as right.');
});

it('says on a button what will be kept', () => {
  expect(strength([0.2, 0.8])).toBe('80\u00a0%');
});

import { expect, it } from 'vitest';
import { FAULTS } from './plan.ts';
import { spoiled } from './spoil.ts';

const SPEECH =
  '<thinking>Well.</thinking>\n<speech>The text says: <quote>it was a long way home</quote> So it was.</speech>';
const VERDICT = '{"reason":"So.","probabilities":{"1":70,"2":30}}';

it('makes a speech too short or too long', () => {
  expect(spoiled(SPEECH, 'too-short')).toBe('<thinking>Well.</thinking>\n<speech>The text says: it was</speech>');
  expect(spoiled(SPEECH, 'too-long').split(/\s+/)).toHaveLength(1 + 4 * 12);
  expect(spoiled('One two three four five six', 'too-short')).toBe('One two three four five');
});

it("spoils a judge's JSON", () => {
  expect(JSON.parse(spoiled(VERDICT, 'bad-sum'))).toEqual({ reason: 'So.', probabilities: { 1: 90, 2: 30 } });
  expect(JSON.parse(spoiled(VERDICT, 'wrong-json'))).toEqual({
    begründung: 'So.',
    wahrscheinlichkeiten: { 1: 70, 2: 30 },
  });
  expect(() => void JSON.parse(spoiled(VERDICT, 'half-json'))).toThrow();
});

it('says nothing, or that it will not', () => {
  expect(spoiled(VERDICT, 'empty')).toBe('');
  expect(spoiled(SPEECH, 'refusal')).toMatch(/^I'm sorry/);
});

it('cuts no character in half', () => {
  expect(spoiled('a🙂', 'half-json')).toBe('a');
});

it('leaves what does not fit', () => {
  expect(spoiled(SPEECH, 'bad-sum')).toBe(SPEECH);
  expect(spoiled('{"choice":"end"}', 'bad-sum')).toBe('{"choice":"end"}');
  expect(spoiled(VERDICT, 'too-short')).toBe(VERDICT);
  for (const fault of FAULTS) expect(typeof spoiled(SPEECH, fault)).toBe('string');
});

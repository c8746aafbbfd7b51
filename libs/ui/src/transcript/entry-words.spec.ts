import { expect, it } from 'vitest';
import { briefOf, listedOptions } from './brief.ts';
import { remarkWords, speechNotes } from './entry-words.ts';
import { placeTitle, whenSaid } from './place-words.ts';
import { saidIn } from './said.ts';

const open = { options: ['Ada', 'Bo'], sides: {} };
const choice = { kind: 'choose', option: 1, sides: { A: 1, B: 0 } };
const notes = (kind: string, at: string, more: object = {}) => speechNotes({ kind, at }, saidIn({ kind, ...more }));

it('knows sides that are open, chosen, or of one alone', () => {
  const notesOf = (brief: object, moves: readonly object[] = []) =>
    listedOptions(briefOf({ ...brief }, moves)).map(({ seats, note }) => note ?? seats.join());
  expect(notesOf(open)).toEqual(['who argues for it is still open', 'who argues for it is still open']);
  expect(notesOf(open, [choice])).toEqual(['B', 'A']);
  expect(notesOf({ ...open, sides: { consultant: 0 } })).toEqual(['consultant', 'nobody argues for it']);
});

it('says what was chosen, asked and wished', () => {
  const brief = briefOf(open, [choice]);
  expect(remarkWords(saidIn(choice), brief)).toBe('chose to argue for “Bo”; B argues for “Ada”');
  expect(remarkWords(saidIn({ end: false }), brief)).toBe('would go on');
  expect(remarkWords(saidIn({ choice: 'ask', to: ['consultant'] }), brief)).toBe('asked the consultant');
});

it('says of a speech what is to be known at a glance', () => {
  expect(notes('reply', 'round 1/1/judge')).toEqual(['answers the judge']);
  expect(notes('reply', 'round 1/cross/B')).toEqual(['answers B']);
  expect(notes('speech', 'critique', { stance: 'agree' })).toEqual(['agrees']);
  expect(notes('speech', 'round 2', { concedes: true })).toEqual(['concedes']);
  expect(notes('concede', 'end')).toEqual(['concedes']);
  expect(notes('speech', 'round 1')).toEqual([]);
});

it('names places as they are called, rounds or not', () => {
  expect(['critique', 'defence 2', 'round 2/1'].map(placeTitle)).toEqual(['Critique', 'Defence 2', 'Round 2']);
  expect(['critique', 'defence 2', 'round 0'].map(whenSaid)).toEqual([
    'after the critique',
    'after defence 2',
    'before round 1',
  ]);
});

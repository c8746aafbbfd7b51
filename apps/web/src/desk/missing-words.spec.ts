import { expect, it } from 'vitest';
import { NO_DRAFT } from './drafts.ts';
import { missingWords } from './missing-words.ts';

const turn = (kind: string, choices?: readonly string[]) => ({
  seat: 'judge',
  kind,
  at: 'round 1',
  version: 1,
  choices,
});

it('names the first thing that is missing', () => {
  const answering = turn('respond', ['ask', 'continue']);
  expect(missingWords(NO_DRAFT, turn('belief'))).toContain('slider');
  expect(missingWords(NO_DRAFT, answering)).toBe('Choose what comes next.');
  expect(missingWords({ ...NO_DRAFT, choice: 'ask' }, answering)).toBe('Say who is asked.');
  expect(missingWords({ ...NO_DRAFT, choice: 'ask', to: ['A'] }, answering)).toBe('Write something first.');
});

it('says that it can be taken back where nothing is missing', () => {
  expect(missingWords({ ...NO_DRAFT, belief: [0.5, 0.5] }, turn('belief'))).toContain('take it back');
});

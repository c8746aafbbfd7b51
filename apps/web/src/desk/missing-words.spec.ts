import { expect, it } from 'vitest';
import { NO_DRAFT, type Asks } from './drafts.ts';
import { missingWords } from './missing-words.ts';

const turn = (kind: string, fields: Asks['fields'] = []) => ({
  ...{ seat: 'judge', kind, at: 'round 1', version: 1 },
  ...{ fields, settled: {}, length: undefined },
});
const ASKING = [
  { form: 'one-of', name: 'choice', values: ['ask', 'continue'] },
  { form: 'seats', name: 'to' },
  { form: 'text', name: 'text' },
] as const;
const filled = (fields: object) => ({ ...NO_DRAFT, filled: { ...fields } });

it('names the first thing that is missing', () => {
  const answering = turn('respond', ASKING);
  expect(missingWords(NO_DRAFT, turn('belief'))).toContain('slider');
  expect(missingWords(NO_DRAFT, answering)).toBe('Choose what comes next.');
  expect(missingWords(filled({ choice: 'ask' }), answering)).toBe('Say who is asked.');
  expect(missingWords(filled({ choice: 'ask', to: ['A'] }), answering)).toBe('Write something first.');
});

it('says that it can be taken back where nothing is missing', () => {
  expect(missingWords({ ...NO_DRAFT, belief: [0.5, 0.5] }, turn('belief'))).toContain('take it back');
});

it('says so where the page cannot ask for what is wanted', () => {
  expect(missingWords(NO_DRAFT, turn('sculpt'))).toContain('cannot ask');
});

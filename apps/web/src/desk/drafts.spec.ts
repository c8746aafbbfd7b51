import { beliefOf, between, echoWords } from '@moot/ui';
import { Submit } from '@moot/wire';
import { expect, it } from 'vitest';
import { attended, begun, changed, NO_DRAFT, saidBy, isUntouched, type Asks } from './drafts.ts';

const name = (kind: string) => ({ seat: 'judge', kind, at: 'end', version: 1 });
const turn = (kind: string, fields: Asks['fields'] = [], settled = {}) => ({
  ...name(kind),
  fields,
  settled,
  length: undefined,
});
const CHOICE = { form: 'one-of', name: 'choice', values: ['ask', 'end'] } as const;
const ASKING = [CHOICE, { form: 'seats', name: 'to' }, { form: 'text', name: 'text' }] as const;

it('sends exactly what the sentence says, whichever answer stands on the right', () => {
  const options = ['Asa wants proof', 'Asa wants revenge'];
  for (const choices of [
    [0, 1],
    [1, 0],
  ]) {
    for (const at of [1, 20, 49, 51, 80, 99]) {
      const belief = beliefOf(between(at), choices);
      const said = saidBy(changed(NO_DRAFT, { belief }, 0), turn('belief'));
      const stronger = (belief[0] ?? 0) > (belief[1] ?? 0) ? 0 : 1;
      expect(said).toEqual({ belief });
      expect(echoWords({ belief, options, choices })).toBe(`“${options[stronger]}”, ${Math.max(at, 100 - at)}\u00a0%`);
      expect(choices[at > 50 ? 1 : 0]).toBe(stronger);
    }
  }
});

it('says nothing as long as something is missing', () => {
  expect(saidBy(NO_DRAFT, turn('belief'))).toBeUndefined();
  expect(saidBy({ ...NO_DRAFT, reason: 'because' }, turn('verdict'))).toBeUndefined();
  expect(saidBy({ ...NO_DRAFT, filled: { choice: 'ask', text: 'Why?' } }, turn('respond', ASKING))).toBeUndefined();
  expect(saidBy({ ...NO_DRAFT, filled: { choice: 'continue' } }, turn('respond', [CHOICE]))).toBeUndefined();
});

it('says what each kind of turn asks for', () => {
  const filled = { choice: 'ask', to: ['A'], text: ' Why? ' };
  const draft = { ...NO_DRAFT, belief: [0.1, 0.9], reason: ' so ', filled };
  expect(saidBy(draft, turn('verdict'))).toEqual({ belief: [0.1, 0.9], reason: 'so' });
  expect(saidBy(draft, turn('respond', ASKING))).toEqual({ choice: 'ask', to: ['A'], text: 'Why?' });
  expect(saidBy({ ...draft, filled: { choice: 'end' } }, turn('respond', [CHOICE]))).toEqual({ choice: 'end' });
  expect(saidBy(draft, turn('question', [{ form: 'text', name: 'text' }]))).toEqual({ text: 'Why?' });
});

it('asks the only one who can be asked without a choice', () => {
  const draft = { ...NO_DRAFT, filled: { choice: 'ask', text: 'Why?' } };
  const said = { choice: 'ask', to: ['consultant'], text: 'Why?' };
  expect(saidBy(draft, turn('respond', ASKING, { to: ['consultant'] }))).toEqual(said);
});

it('records beliefs on the way, one movement as one', () => {
  const start = begun(NO_DRAFT, 1_000);
  const moved = [60, 61, 62].reduce(
    (draft, at, i) => changed(draft, { belief: [1 - at / 100, at / 100] }, 2_000 + i * 50),
    start,
  );
  const later = changed(moved, { belief: [0.9, 0.1] }, 9_000);
  expect(later.trace.changes.map(({ ms }) => ms)).toEqual([1_100, 8_000]);
  expect(begun(later, 20_000)).toBe(later);
});

it('keeps a trace that the server takes, however long it grew', () => {
  let draft = attended(begun(NO_DRAFT, 0), 1234.5);
  for (let i = 0; i < 500; i++) draft = changed(draft, { belief: [0.5, 0.5] }, i * 1_000);
  expect(draft.trace.changes).toHaveLength(200);
  expect(Submit.shape.trace.safeParse(draft.trace).success).toBe(true);
});

it('is untouched as long as it says the last belief and was never moved', () => {
  const draft = { ...NO_DRAFT, belief: [0.4, 0.6] };
  expect(isUntouched(draft, [0.4, 0.6])).toBe(true);
  expect(isUntouched(draft, [0.5, 0.5])).toBe(false);
  expect(isUntouched(draft, undefined)).toBe(false);
  expect(isUntouched(changed(draft, { belief: [0.4, 0.6] }, 5), [0.4, 0.6])).toBe(false);
});

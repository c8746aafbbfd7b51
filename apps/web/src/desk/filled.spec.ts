import { expect, it } from 'vitest';
import type { Field } from './fields.ts';
import { missingIn, saidInFields, withPlace } from './filled.ts';

const CLAIMS: Field = { form: 'texts', name: 'claims', count: 2 };
const ANSWERS: Field = { form: 'picks', name: 'answers', values: ['agree', 'object'], count: 2 };
const P: Field = { form: 'number', name: 'p', least: 0, most: 1 };

it('sends several texts as they are made, once none is empty', () => {
  const first = { claims: withPlace(undefined, 1, 'second ') };
  expect(saidInFields([CLAIMS], first)).toBeUndefined();
  const both = { claims: withPlace(first.claims, 0, 'first') };
  expect(saidInFields([CLAIMS], both)).toEqual({ claims: [{ text: 'first' }, { text: 'second' }] });
});

it('takes no pick and no number that is not offered', () => {
  expect(saidInFields([ANSWERS], { answers: ['agree', 'perhaps'] })).toBeUndefined();
  expect(saidInFields([ANSWERS], { answers: ['agree', 'object'] })).toEqual({ answers: ['agree', 'object'] });
  expect(saidInFields([P], { p: 1.2 })).toBeUndefined();
  expect(saidInFields([P], { p: 0 })).toEqual({ p: 0 });
});

it('says nothing where there is nothing to fill in', () => {
  expect(saidInFields([], { text: 'left from before' })).toBeUndefined();
});

it('names what is first to be filled in', () => {
  expect(missingIn([P, CLAIMS], { p: 0.5 })).toBe(CLAIMS);
  expect(missingIn([P], { p: 0.5 })).toBeUndefined();
});

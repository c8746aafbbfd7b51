import { protocols } from '@moot/protocols';
import { saidSchema } from '@moot/protocol';
import { expect, it } from 'vitest';
import { fieldsOf, type Filled } from './fields.ts';

const named = (kind: string) => ({ seat: 'A', kind, at: 'round 1', version: 1 });
const turn = (moves: Parameters<typeof saidSchema>[0], kind: string, more: object = {}) => ({
  ...named(kind),
  ...more,
  form: { schema: { ...saidSchema(moves, { kind }) }, fields: ['stance'] },
});
const kinds = protocols.flatMap(({ moves }) => Object.keys(moves).map((kind) => [kind, moves] as const));
const shapes = (kind: string, filled: Filled = {}, more: object = {}) =>
  kinds
    .filter(([each]) => each === kind)
    .map(([, moves]) => fieldsOf(turn(moves, kind, more), filled).map(({ form, name }) => `${form} ${name}`));

it('draws every kind of turn of every protocol', () => {
  for (const [kind, moves] of kinds.filter(([each]) => each !== 'belief' && each !== 'verdict')) {
    const fields = fieldsOf(turn(moves, kind), {});
    expect(fields.length, kind).toBeGreaterThan(0);
    expect(fields.filter(({ form }) => form === 'unknown')).toEqual([]);
  }
});

it('asks for what may be left out only where it is wanted', () => {
  const wanted = ['one-of stance', 'text text'];
  expect(shapes('speech')[0]).toEqual(wanted);
  const { moves } = protocols.find((each) => 'speech' in each.moves) ?? { moves: {} };
  const plain = { ...named('speech'), form: { schema: { ...saidSchema(moves, { kind: 'speech' }) } } };
  expect(fieldsOf(plain, {}).map(({ name }) => name)).toEqual(['text']);
});

it('asks for more once a choice wants it, and offers what the turn does', () => {
  const choices = ['ask', 'continue'];
  const [before = []] = shapes('respond', {}, { choices });
  expect(before).toEqual(['one-of choice']);
  expect(shapes('respond', { choice: 'ask' }, { choices })[0]).toEqual(['one-of choice', 'seats to', 'text text']);
  const { moves } = protocols.find((each) => 'negotiate' in each.moves) ?? { moves: {} };
  expect(fieldsOf(turn(moves, 'respond', { choices }), {})[0]).toMatchObject({ values: ['ask', 'continue'] });
});

it('knows a side from any other number, and claims from plain lists', () => {
  expect(shapes('choose')[0]).toEqual(['option option']);
  expect(shapes('negotiate')[0]).toEqual(['yes-no end']);
  expect(shapes('rebut')[0]).toEqual(['texts claims']);
  expect(shapes('answer')[0]).toEqual(['picks answers', 'one-of next']);
});

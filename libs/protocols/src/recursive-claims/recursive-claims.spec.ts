import { assert, test } from 'vitest';
import { at, attempt, lines, played, shown, text, verdict, type Line } from '@moot/protocol/script';
import { rules } from './rules.ts';
import type { ClaimsSetup } from './setup.ts';

const door: ClaimsSetup = {
  question: 'Which door?',
  options: ['left', 'right'],
  sides: { A: 0, B: 1 },
  listed: [0, 1],
  choices: [0, 1],
  rounds: 2,
  opening: { characters: 20 },
  pair: { characters: 20, balance: 4 },
  quotes: 'none',
  beliefs: 'end',
  reveal: 'live',
  judges: 1,
  source: 'the map',
};
const pair = (length = 10) => ({ claims: [text('x'.repeat(length - 5)), text('yyyyy')] });
const answer = (first: 'agree' | 'object', second: 'agree' | 'object', next: string) => ({
  answers: [first, second],
  next,
});
const opened: readonly Line[] = [
  ['A claim @opening', text()],
  ['B claim @opening', text()],
];
const rebutted: readonly Line[] = [...opened, ['A rebut @round 1/B', pair()], ['B rebut @round 1/A', pair()]];
const turns = (script: readonly Line[], setup = door) => shown(rules.next(setup, played(rules, setup, script)));
const fault = (script: readonly Line[], line: Line) => {
  const result = attempt(rules, door, played(rules, door, script), line);
  return result.ok ? undefined : result.words;
};

test('the openings are made side by side and sealed between the debaters until both are in', () => {
  assert.equal(turns([]), 'A claim @opening, B claim @opening');
  const so = played(rules, door, opened.slice(0, 1));
  const count = (seat: string, setup = door) => rules.view(setup, so, at(seat)).length;
  assert.deepEqual([count('A'), count('B'), count('judge')], [1, 0, 1]);
  assert.equal(count('judge', { ...door, reveal: 'together' }), 0);
});

test('both openings become branches, and each is rebutted by its opponent', () => {
  assert.equal(turns(opened), 'A rebut @round 1/B');
  assert.equal(turns(opened.slice(0, 1).concat([['B claim @opening', { passed: 'gone' }]])), 'B rebut @round 1/A');
  assert.equal(turns(rebutted), 'A answer @round 1/A, B answer @round 1/B');
});

test('a branch goes on with the claim that was objected to, or with what the claims leave out', () => {
  const so: readonly Line[] = [
    ...rebutted,
    ['A answer @round 1/A', answer('agree', 'object', 'second')],
    ['B answer @round 1/B', answer('agree', 'agree', 'link')],
    ['A rebut @round 1/A/2', pair()],
    ['B rebut @round 1/B/link', pair()],
  ];
  assert.equal(turns(so), 'B answer @round 1/A/2, A answer @round 1/B/link');
});

test('a branch ends when its pair is agreed to and so is the link; with both branches the debate ends', () => {
  const one: readonly Line[] = [
    ...rebutted,
    ['A answer @round 1/A', answer('agree', 'agree', 'end')],
    ['B answer @round 1/B', answer('object', 'object', 'first')],
  ];
  assert.equal(turns(one), 'B rebut @round 1/B/1', 'a pair without another beside it');
  const both: readonly Line[] = [
    ...one,
    ['B rebut @round 1/B/1', pair(20)],
    ['A answer @round 1/B/1', answer('agree', 'agree', 'end')],
  ];
  assert.equal(turns(both), 'judge verdict @end');
});

test('a section has two levels, and the sides take turns in writing second', () => {
  const on = answer('object', 'agree', 'first');
  const one: readonly Line[] = [
    ...rebutted,
    ['A answer @round 1/A', on],
    ['B answer @round 1/B', on],
    ['A rebut @round 1/A/1', pair()],
    ['B rebut @round 1/B/1', pair()],
    ['B answer @round 1/A/1', on],
    ['A answer @round 1/B/1', on],
  ];
  const two: readonly Line[] = [
    ['B rebut @round 2/A/1/1', pair()],
    ['A rebut @round 2/B/1/1', pair()],
    ['A answer @round 2/A/1/1', on],
    ['B answer @round 2/B/1/1', on],
    ['B rebut @round 2/B/1/1/1', pair()],
    ['A rebut @round 2/A/1/1/1', pair()],
    ['B answer @round 2/A/1/1/1', on],
    ['A answer @round 2/B/1/1/1', on],
  ];
  assert.equal(turns(one), 'B rebut @round 2/A/1/1');
  assert.equal(turns([...one, ...two]), 'judge verdict @end');
});

test('beliefs are asked for before, after the openings and after each section', () => {
  const setup: ClaimsSetup = { ...door, beliefs: 'each-section', rounds: 1 };
  assert.equal(turns([], setup), 'judge belief @round 0');
  const so: readonly Line[] = [['judge belief @round 0', verdict(0.5)], ...opened];
  assert.equal(turns(so, setup), 'judge belief @opening');
});

test('whoever writes second is held to the length of the other side’s pair, in numbers', () => {
  const first: readonly Line[] = [...opened, ['A rebut @round 1/B', pair(12)]];
  assert.equal(
    fault(opened, ['A rebut @round 1/B', pair(21)]),
    'Your two claims have 21 characters together; at most 20 are allowed.',
  );
  assert.equal(
    fault(first, ['B rebut @round 1/A', pair(17)]),
    'Your two claims have 17 characters together. Debater A wrote 12 in the other branch, so between 8 and 16 characters are wanted.',
  );
  assert.equal(fault(first, ['B rebut @round 1/A', pair(16)]), undefined);
});

test('what is gone on with has to follow from the answers', () => {
  const said = (...words: Parameters<typeof answer>) => fault(rebutted, ['A answer @round 1/A', answer(...words)]);
  assert.match(said('agree', 'object', 'first') ?? '', /only if you object/);
  assert.match(said('object', 'object', 'link') ?? '', /agree to one/);
  assert.match(said('agree', 'object', 'end') ?? '', /agree to both/);
  assert.equal(said('agree', 'object', 'link'), undefined);
});

test('whoever goes on with the link is shown to agree but to think that something is omitted, and no more', () => {
  const so = played(rules, door, [...rebutted, ['A answer @round 1/A', answer('agree', 'object', 'link')]]);
  const [seen] = rules.view(door, so, at('judge')).slice(-1);
  assert.deepEqual(seen && 'marks' in seen && seen.marks, [
    { on: 'A/1', mark: 'agree-but-omits' },
    { on: 'A/2', mark: 'object' },
  ]);
  assert.ok(seen && !('next' in seen));
});

test('shown section by section, judges see nothing of one that is under way', () => {
  const setup: ClaimsSetup = { ...door, reveal: 'together' };
  const so = played(rules, setup, rebutted);
  assert.deepEqual(lines(rules.view(setup, so, at('judge'))), ['A claim @opening', 'B claim @opening']);
  assert.equal(rules.view(setup, so, at('A')).length, 4);
});

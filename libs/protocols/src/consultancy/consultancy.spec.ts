import { assert, test } from 'vitest';
import { at, lines, played, shown, text, type Line } from '@moot/protocol/script';
import { consultancy as listed } from './index.ts';
import { rules as consultancy } from './rules.ts';
import { Options, type ConsultancySetup } from './setup.ts';

const alone: ConsultancySetup = {
  form: 'assigned',
  question: 'Which door?',
  options: ['left', 'right'],
  sides: { consultant: 1 },
  listed: [0, 1],
  choices: [0, 1],
  order: 'sequential',
  reveal: 'live',
  rounds: { min: 2, max: 2 },
  questions: 1,
  beliefs: 'end',
  judges: 1,
  quotes: 'none',
  source: 'the map',
};
const double: ConsultancySetup = { ...alone, form: 'double', order: 'simultaneous', sides: { A: 0, B: 1 } };
const spoke: readonly Line[] = [
  ['A speech @round 1', text()],
  ['B speech @round 1', text()],
];

test('a consultant speaks, is asked, answers, and speaks again', () => {
  const so = played(consultancy, alone, [
    ['consultant speech @round 1', text()],
    ['judge respond @round 1/1', { choice: 'ask', to: ['consultant'], ...text('Why?') }],
  ]);
  assert.equal(shown(consultancy.next(alone, so)), 'consultant reply @round 1/1/judge');
  const replied = played(consultancy, alone, [['consultant reply @round 1/1/judge', text()]], so);
  assert.equal(shown(consultancy.next(alone, replied)), 'consultant speech @round 2');
});

test('two consultants never hear each other, and of questions only those put to them', () => {
  const so = played(consultancy, double, [
    ...spoke,
    ['judge respond @round 1/1', { choice: 'ask', to: ['A'], ...text('Why?') }],
    ['A reply @round 1/1/judge', text()],
  ]);
  assert.deepEqual(lines(consultancy.view(double, so, at('B'))), ['B speech @round 1']);
  assert.deepEqual(lines(consultancy.view(double, so, at('A'))), [
    'A speech @round 1',
    'judge respond @round 1/1',
    'A reply @round 1/1/judge',
  ]);
  assert.equal(consultancy.view(double, so, at('judge')).length, 4);
});

test('nobody concedes to nobody', () => {
  assert.equal(shown(consultancy.next(alone, []), 'optional'), '');
});

test('one seat has one side, two have two, and a choice of one’s own is none that was given', () => {
  assert.deepEqual(
    ['assigned', 'double', 'open'].map((form) => listed.argues({ form })),
    [['consultant'], ['A', 'B'], []],
  );
  const posed = {
    question: '?',
    options: ['a', 'b'],
    orders: { sides: [1, 0], listed: [0, 1], choices: [0, 1] },
    seed: 1,
  };
  const sides = ['assigned', 'double', 'open'].map((form) => {
    const arranged = listed.arrange({ form }, posed);
    return 'unfit' in arranged || !('sides' in arranged.setup) ? undefined : arranged.setup.sides;
  });
  assert.deepEqual(sides, [{ consultant: 1 }, { A: 1, B: 0 }, {}]);
});

test('instructions are for seats that there are', () => {
  assert.ok(Options.safeParse({ form: 'double', instructions: { A: 'x' } }).success);
  assert.ok(!Options.safeParse({ form: 'assigned', instructions: { A: 'x' } }).success);
});

import { assert, test } from 'vitest';
import { at, attempt, lines, played, shown, text, type Line } from '@moot/protocol/script';
import { debate as listed } from './index.ts';
import { rules as debate } from './rules.ts';
import { Options, type DebateSetup } from './setup.ts';

const door: DebateSetup = {
  question: 'Which door?',
  options: ['left', 'right', 'middle'],
  sides: { A: 0, B: 1 },
  listed: [0, 1, 2],
  choices: [0, 1, 2],
  order: 'simultaneous-openings',
  reveal: 'live',
  rounds: { min: 1, max: 2 },
  questions: 0,
  beliefs: 'end',
  judges: 1,
  quotes: 'none',
  source: 'the map',
};
const opened: readonly Line[] = [
  ['A speech @round 1', text()],
  ['B speech @round 1', text()],
];
const faultOf = (setup: DebateSetup, so: readonly Line[], line: Line) => {
  const result = attempt(debate, setup, played(debate, setup, so), line);
  return result.ok ? undefined : result.words;
};
const belief = { belief: [0.2, 0.3, 0.5], reason: '' };

test('openings can be sealed and the rounds after them open', () => {
  const setup = { ...door, rounds: { min: 2, max: 2 } };
  assert.equal(shown(debate.next(setup, [])), 'A speech @round 1, B speech @round 1');
  const so = played(debate, setup, opened);
  assert.equal(shown(debate.next(setup, so)), 'A speech @round 2');
  const [turn] = debate.next(setup, so);
  assert.ok(turn && debate.watches(setup, so, turn, at('B')));
});

test('each side asks the other one question after the openings, and is answered', () => {
  const setup: DebateSetup = { ...door, crossExamination: true, rounds: { min: 2, max: 2 } };
  const so = played(debate, setup, [...opened, ['B ask @round 1/cross', text('Why left?')]]);
  assert.equal(shown(debate.next(setup, so)), 'A ask @round 1/cross');
  assert.ok(
    !lines(debate.view(setup, so, at('A'))).includes('B ask @round 1/cross'),
    'questions are sealed as openings are',
  );
  const both = played(debate, setup, [['A ask @round 1/cross', { passed: 'late' }]], so);
  assert.equal(
    shown(debate.next(setup, both)),
    'A reply @round 1/cross/B',
    'to a question that was not put there is no reply',
  );
  const inTurn: DebateSetup = { ...setup, order: 'sequential' };
  const asked = played(debate, inTurn, [...opened, ['A ask @round 1/cross', text('Why right?')]]);
  assert.equal(shown(debate.next(inTurn, asked)), 'B reply @round 1/cross/A');
  const long = text('why '.repeat(61));
  assert.match(faultOf(setup, opened, ['A ask @round 1/cross', long]) ?? '', /at most 60/);
});

test('what a judge asks can stand for the next speeches, as long as there are some', () => {
  const setup: DebateSetup = { ...door, questions: 1, answers: 'next-speech' };
  const so = played(debate, setup, [
    ...opened,
    ['judge respond @round 1/1', { choice: 'ask', to: ['B'], ...text('Why?') }],
  ]);
  assert.equal(shown(debate.next(setup, so)), 'A speech @round 2');
  const done = played(
    debate,
    setup,
    [
      ['A speech @round 2', text()],
      ['B speech @round 2', text()],
    ],
    so,
  );
  assert.equal(shown(debate.next(setup, done)), 'judge verdict @end');
});

test('where sides are open A picks one, B gets the first of the orders that is left, and all see who argues for what', () => {
  const setup: DebateSetup = { ...door, sides: {}, open: [2, 0] };
  assert.equal(shown(debate.next(setup, [])), 'A choose @sides');
  assert.equal(faultOf(setup, [], ['A choose @sides', { option: 3 }]), 'There are 3 options to choose from.');
  const sides = (option: number) =>
    played(debate, setup, [['A choose @sides', { option }]]).flatMap((move) => ('sides' in move ? [move.sides] : []));
  assert.deepEqual([sides(2), sides(1)], [[{ A: 2, B: 0 }], [{ A: 1, B: 2 }]]);
  const so = played(debate, setup, [['A choose @sides', { option: 1 }]]);
  for (const seat of ['B', 'judge', 'observer'])
    assert.deepEqual(lines(debate.view(setup, so, at(seat))), ['A choose @sides']);
  for (const seat of ['A', 'B', 'judge', 'observer']) assert.ok(!('open' in debate.brief(setup, at(seat))));
  const passed = played(debate, setup, [['A choose @sides', { passed: 'late' }]]);
  assert.equal(
    shown(debate.next(setup, passed)),
    'judge verdict @end',
    'without a side there is nothing to argue about',
  );
});

test('a speech that concedes ends the debate, if one may', () => {
  const so = played(debate, door, [['B speech @round 1', { ...text('I CONCEDE'), concedes: true }]]);
  assert.equal(shown(debate.next(door, so)), 'judge verdict @end');
  assert.deepEqual(
    debate.next(door, so).filter(({ optional }) => optional),
    [],
  );
  const setup: DebateSetup = { ...door, concession: 'none' };
  assert.equal(shown(debate.next(setup, []), 'optional'), '');
  assert.match(faultOf(setup, [], ['A speech @round 1', { ...text(), concedes: true }]) ?? '', /Nobody can concede/);
});

test('a model concedes by the first line of its speech', () => {
  const options = { order: 'sequential', concession: 'allowed', rounds: 1 };
  const posed = {
    question: '?',
    options: ['a', 'b'],
    orders: { sides: [0, 1], listed: [0, 1], choices: [0, 1] },
    seed: 1,
  };
  const arranged = listed.arrange(options, posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  const { reply } = listed.table(arranged.setup).prompt({ seat: 'A', kind: 'speech', at: 'round 1', version: 1 });
  if (reply.form !== 'text') throw new Error('a speech is text');
  assert.deepEqual(reply.read?.('I CONCEDE\nThey are right.'), { text: 'I CONCEDE\nThey are right.', concedes: true });
  assert.deepEqual(reply.read?.('I concede nothing. I CONCEDE'), { text: 'I concede nothing. I CONCEDE' });
});

test('no more than so much of a speech may stand in quotes, in the unit of its length', () => {
  const setup: DebateSetup = { ...door, length: { unit: 'words', max: 20, over: 'cut' }, quoted: { max: 3 } };
  const said = (quote: string) => faultOf(setup, [], ['A speech @round 1', text(`It says <quote>${quote}</quote>`)]);
  assert.equal(said('one two three'), undefined);
  assert.equal(said('one two three four'), 'Your quotes are 4 words; at most 3 are allowed in quotes.');
  assert.ok(!Options.safeParse({ order: 'sequential', quoted: { max: 3 } }).success, 'quotes without a unit');
});

test('a run with a course walks it, comments get no reply, and it may stop anywhere', () => {
  const setup: DebateSetup = {
    ...door,
    questions: 2,
    course: ['beliefs', 'simultaneous', 'beliefs', 'respond', { item: 'sequential', seats: ['B'] }, 'negotiate'],
  };
  const so = played(debate, setup, [
    ['judge belief @round 0', belief],
    ...opened,
    ['judge belief @round 1', belief],
    ['judge respond @round 1/1', { choice: 'ask', to: ['A', 'B'], ...text('well '.repeat(100)) }],
    ['B speech @round 2', text()],
  ]);
  assert.equal(shown(debate.next(setup, so)), 'A negotiate @round 2, B negotiate @round 2');
  assert.equal(shown(debate.next(setup, so), 'optional'), '');
  const done = played(
    debate,
    setup,
    [
      ['A negotiate @round 2', { end: true }],
      ['B negotiate @round 2', { end: false }],
    ],
    so,
  );
  assert.deepEqual(debate.outcome(setup, done), [{ seat: 'judge' }]);
});

test('without a judge a debate ends with its last speech', () => {
  const setup: DebateSetup = { ...door, judges: 0, rounds: { min: 1, max: 1 } };
  assert.deepEqual(debate.next(setup, played(debate, setup, opened)), []);
  assert.deepEqual(debate.outcome(setup, played(debate, setup, opened)), []);
});

test('only who argues can be asked', () => {
  const setup: DebateSetup = { ...door, questions: 1 };
  const line: Line = ['judge respond @round 1/1', { choice: 'ask', to: ['C'], ...text('Why?') }];
  assert.equal(faultOf(setup, opened, line), 'Nobody called C argues here; ask A or B.');
});

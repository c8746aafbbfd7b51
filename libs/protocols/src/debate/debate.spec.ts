import { assert, test } from 'vitest';
import { at, attempt, lines, played, shown, text, verdict, type Line } from '@moot/protocol/script';
import { rules as debate } from './rules.ts';
import type { DebateSetup } from './setup.ts';

const door: DebateSetup = {
  question: 'Which door?',
  options: ['left', 'right'],
  sides: { A: 0, B: 1 },
  listed: [0, 1],
  choices: [0, 1],
  order: 'simultaneous',
  reveal: 'live',
  rounds: { min: 1, max: 1 },
  questions: 0,
  beliefs: 'end',
  judges: 1,
  length: { unit: 'words', max: 5, over: 'ask-again' },
  quotes: 'none',
  source: 'the map',
};
const inTurn: DebateSetup = { ...door, order: 'sequential' };
const A1: Line = ['A speech @round 1', text()],
  B1: Line = ['B speech @round 1', text()];

test('in sequence A speaks, then B, then the judge decides', () => {
  assert.equal(shown(debate.next(inTurn, [])), 'A speech @round 1');
  assert.equal(shown(debate.next(inTurn, played(debate, inTurn, [A1]))), 'B speech @round 1');
  assert.equal(shown(debate.next(inTurn, played(debate, inTurn, [A1, B1]))), 'judge verdict @end');
});
test('a simultaneous round is sealed between debaters, and open to judges only if it is live', () => {
  for (const [reveal, seen] of [
    ['live', 1],
    ['together', 0],
  ] as const) {
    const setup = { ...door, reveal },
      so = played(debate, setup, [B1]),
      count = (seat: string) => debate.view(setup, so, at(seat)).length;
    assert.deepEqual([count('A'), count('B'), count('judge'), count('observer')], [0, 1, seen, seen]);
    assert.deepEqual(lines(debate.view(setup, played(debate, setup, [A1], so), at('A'))), [
      'A speech @round 1',
      'B speech @round 1',
    ]);
  }
});
test('opponents never follow a simultaneous speech; judges do if the round is live; in sequence everybody does', () => {
  const follow = (setup: DebateSetup, so = played(debate, setup, [])) =>
    ['A', 'B', 'judge', 'observer'].filter((seat) =>
      debate.watches(setup, so, first(debate.next(setup, so)), at(seat)),
    );
  assert.deepEqual(follow(door), ['A', 'judge', 'observer']);
  assert.deepEqual(
    follow(door, played(debate, door, [B1])),
    ['A', 'judge', 'observer'],
    'not even the opponent who has spoken',
  );
  assert.deepEqual(follow({ ...door, reveal: 'together' }), ['A']);
  assert.deepEqual(follow(inTurn), ['A', 'B', 'judge', 'observer']);
  assert.deepEqual(follow(door, played(debate, door, [A1, B1])), ['judge'], 'a verdict is followed by nobody else');
});
test('the prior and the belief after each round are asked of every judge, and seen by that judge alone', () => {
  const setup: DebateSetup = { ...door, beliefs: 'each-round', judges: 2 };
  const so = played(debate, setup, [
    ['judge 1 belief @round 0', verdict(0.5)],
    ['judge 2 belief @round 0', verdict(0.4)],
    A1,
    B1,
  ]);
  assert.equal(shown(debate.next(setup, so)), 'judge 1 belief @round 1, judge 2 belief @round 1');
  assert.deepEqual(lines(debate.view(setup, so, at('judge 2'))), [
    'judge 2 belief @round 0',
    'A speech @round 1',
    'B speech @round 1',
  ]);
  assert.deepEqual(lines(debate.view(setup, so, at('A'))), ['A speech @round 1', 'B speech @round 1']);
});
test('after a round the judge asks, goes on or ends', () => {
  const setup: DebateSetup = { ...inTurn, rounds: { min: 1, max: 3 }, questions: 1 };
  const asked = played(debate, setup, [
    A1,
    B1,
    ['judge respond @round 1/1', { choice: 'ask', to: ['B', 'A'], ...text('Why?') }],
  ]);
  assert.equal(shown(debate.next(setup, asked)), 'A reply @round 1/1/judge');
  const replied = played(
    debate,
    setup,
    [
      ['A reply @round 1/1/judge', text()],
      ['B reply @round 1/1/judge', text()],
    ],
    asked,
  );
  assert.deepEqual(
    attempt(debate, setup, replied, ['judge respond @round 1/2', { choice: 'ask', to: ['A'], ...text() }]),
    { ok: false, why: 'fault', words: 'Choose one of: continue, end.' },
  );
  assert.equal(
    shown(debate.next(setup, played(debate, setup, [['judge respond @round 1/2', { choice: 'continue' }]], replied))),
    'A speech @round 2',
  );
  assert.equal(
    shown(debate.next(setup, played(debate, setup, [['judge respond @round 1/2', { choice: 'end' }]], replied))),
    'judge verdict @end',
  );
});
test('more than half of the panel ends it, and who passes counts as not wanting to', () => {
  const setup: DebateSetup = { ...door, rounds: { min: 1, max: 2 }, judges: 3 };
  const end = (...choices: object[]) =>
    shown(
      debate.next(
        setup,
        played(debate, setup, [
          A1,
          B1,
          ...choices.map((choice, i): Line => [`judge ${i + 1} respond @round 1/1`, choice]),
        ]),
      ),
    );
  assert.match(end({ choice: 'end' }, { passed: 'gone' }, { choice: 'end' }), /verdict/);
  assert.match(end({ choice: 'end' }, { passed: 'gone' }, { choice: 'continue' }), /speech @round 2/);
});
test('a concession leaves only the verdict', () => {
  const so = played(debate, door, [B1, ['A concede @end', text('You are right.')]]);
  assert.equal(shown(debate.next(door, so)), 'judge verdict @end');
  assert.equal(debate.next(door, so).length, 1, 'and cannot be made twice');
  assert.deepEqual(lines(debate.view({ ...door, reveal: 'together' }, so, at('judge'))), [
    'B speech @round 1',
    'A concede @end',
  ]);
});
test('who argues what, what is listed first and how choices are shown never touch the belief', () => {
  for (const change of [{}, { sides: { A: 1, B: 0 } }, { listed: [1, 0] }, { choices: [1, 0] }]) {
    const setup: DebateSetup = { ...door, ...change },
      so = played(debate, setup, [A1, B1, ['judge verdict @end', verdict(0.8)]]);
    assert.deepEqual(
      debate.outcome(setup, so)?.map(({ belief }) => belief?.[0]),
      [0.8],
    );
  }
  assert.ok('choices' in debate.brief(door, at('judge')) && !('choices' in debate.brief(door, at('A'))));
  assert.ok('source' in debate.brief(door, at('A')) && !('source' in debate.brief(door, at('judge'))));
});
test('what is said is checked, in words that its maker can act on', () => {
  const fault = (belief: readonly number[]) => {
    const result = attempt(debate, door, played(debate, door, [A1, B1]), [
      'judge verdict @end',
      { belief, reason: '' },
    ]);
    return result.ok ? '' : result.words;
  };
  assert.equal(fault([0.5, 0.6]), 'The probabilities add up to 1.1, not to 1.');
  assert.equal(fault([1]), 'Give 2 probabilities, one for each option; there are 1.');
  assert.equal(fault([1.5, -0.5]), 'Each probability lies between 0 and 1.');
  assert.deepEqual(attempt(debate, door, [], ['A speech @round 1', text('one two three four five six')]), {
    ok: false,
    why: 'fault',
    words: 'That is 6 words; at most 5 are allowed.',
  });
});
test('a pass takes a required turn with nothing said; an optional turn is simply left', () => {
  const so = played(debate, door, [
    ['A speech @round 1', { passed: 'deadline' }],
    B1,
    ['judge verdict @end', { passed: 'left' }],
  ]);
  assert.deepEqual(debate.outcome(door, so), [{ seat: 'judge', passed: 'left' }]);
  assert.deepEqual(attempt(debate, door, so, ['judge verdict @end', verdict(0.5)]), { ok: false, why: 'over' });
  assert.deepEqual(attempt(debate, door, [], ['A concede @end', { passed: 'no' }]), { ok: false, why: 'not-open' });
});
test('what is kept of a move stays out of views: who, why, cost and thinking', () => {
  const so = played(debate, inTurn, [['A speech @round 1', { ...text(), thinking: 'hm', cost: 3 }]]);
  assert.deepEqual(so[0], {
    seat: 'A',
    kind: 'speech',
    at: 'round 1',
    version: 1,
    by: 'model:m',
    text: '…',
    thinking: 'hm',
    cost: 3,
    rests: [],
  });
  assert.deepEqual(debate.view(inTurn, so, at('judge')), [
    { seat: 'A', kind: 'speech', at: 'round 1', version: 1, text: '…' },
  ]);
});

function first<X>([one]: readonly X[]): X {
  if (one === undefined) throw new Error('there is none');
  return one;
}

import { assert, test } from 'vitest';
import { judging } from '@moot/protocol';
import { at, lines, played, shown, text, verdict, type Line } from '@moot/protocol/script';
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
const A1: Line = ['A speech @round 1', text()],
  B1: Line = ['B speech @round 1', text()];

const talked: DebateSetup = { ...door, beliefs: 'each-round', rounds: { min: 2, max: 2 } };
const finished = played(debate, talked, [
  ['judge belief @round 0', verdict(0.5)],
  A1,
  B1,
  ['judge belief @round 1', verdict(0.7)],
  ['A speech @round 2', text()],
  ['B speech @round 2', text()],
  ['judge belief @round 2', verdict(0.6)],
  ['judge verdict @end', verdict(0.9)],
]);
test('judging again, whole: a prior, then everything that was said and nothing that was thought of it', () => {
  const again = judging(debate, talked, finished, 'whole'),
    setup = { options: talked.options, judges: 1 };
  assert.equal(shown(again.next(setup, [])), 'judge belief @step 0');
  const so = played(again, setup, [['judge belief @step 0', verdict(0.5)]]);
  assert.deepEqual(lines(again.view(setup, so, at('judge'))), [
    'A speech @round 1',
    'B speech @round 1',
    'A speech @round 2',
    'B speech @round 2',
    'judge belief @step 0',
  ]);
  assert.equal(shown(again.next(setup, so)), 'judge verdict @end');
  assert.deepEqual(
    [again.brief(setup, at('judge')).of?.question, again.brief(setup, at('judge')).of?.source],
    [talked.question, undefined],
  );
});
test('judging again, stepped: round by round at each judge’s own pace, with a verdict as soon as they like', () => {
  const again = judging(debate, talked, finished, 'stepped'),
    setup = { options: talked.options, judges: 2 };
  const so = played(again, setup, [['judge 2 belief @step 0', verdict(0.5)]]);
  assert.equal(shown(again.next(setup, so)), 'judge 1 belief @step 0, judge 2 belief @step 1');
  assert.deepEqual([again.view(setup, so, at('judge 1')).length, again.view(setup, so, at('judge 2')).length], [0, 3]);
  const done = played(
    again,
    setup,
    [
      ['judge 2 verdict @end', verdict(0.8)],
      ['judge 1 belief @step 0', verdict(0.5)],
      ['judge 1 belief @step 1', verdict(0.5)],
    ],
    so,
  );
  assert.equal(shown(again.next(setup, done)), 'judge 1 verdict @end');
  assert.deepEqual(
    again
      .outcome(setup, played(again, setup, [['judge 1 verdict @end', verdict(0.2)]], done))
      ?.map(({ belief }) => belief?.[0]),
    [0.2, 0.8],
  );
});

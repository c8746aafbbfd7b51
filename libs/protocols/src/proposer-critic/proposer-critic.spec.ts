import { assert, test } from 'vitest';
import { attempt, played, shown, text, type Line } from '@moot/protocol/script';
import { proposerCritic as listed } from './index.ts';
import { rules } from './rules.ts';
import type { ProposalSetup } from './setup.ts';

const forced: ProposalSetup = {
  critic: 'forced',
  rebuttals: 2,
  question: 'Which door?',
  options: ['left', 'right'],
  sides: { proposer: 0, critic: 1 },
  listed: [0, 1],
  choices: [0, 1],
  order: 'sequential',
  reveal: 'live',
  rounds: { min: 1, max: 1 },
  questions: 0,
  beliefs: 'end',
  judges: 1,
  quotes: 'none',
};
const free: ProposalSetup = { ...forced, critic: 'free', sides: { proposer: 0 } };
const proposed: Line = ['proposer speech @proposal', text()];

test('a proposal is criticised, defended and rebutted, so many times', () => {
  const so = [
    proposed,
    ['critic speech @critique', text()],
    ['proposer speech @defence', text()],
    ['critic speech @rebuttal', text()],
  ] satisfies readonly Line[];
  assert.equal(shown(rules.next(forced, played(rules, forced, so))), 'proposer speech @defence 2');
  const none = { ...forced, rebuttals: 0 };
  assert.equal(shown(rules.next(none, played(rules, none, so.slice(0, 2)))), 'judge verdict @end');
});

test('a critic who agrees leaves the judge to decide at once', () => {
  const after = (stance: string) =>
    shown(rules.next(free, played(rules, free, [proposed, ['critic speech @critique', { ...text(), stance }]])));
  assert.equal(after('agree'), 'judge verdict @end');
  assert.equal(after('disagree'), 'proposer speech @defence');
});

test('a critic who is free has to say where it stands, and nobody else may', () => {
  const fault = (setup: ProposalSetup, said: object) => {
    const result = attempt(rules, setup, played(rules, setup, [proposed]), [
      'critic speech @critique',
      { ...text(), ...said },
    ]);
    return result.ok ? undefined : result.words;
  };
  assert.equal(fault(free, {}), 'Begin with the line AGREE or the line DISAGREE.');
  assert.equal(fault(forced, { stance: 'agree' }), 'Whether you agree is not asked here: leave it out.');
});

test('a model’s stance is read off the first line of its critique', () => {
  const posed = {
    question: '?',
    options: ['a', 'b'],
    orders: { sides: [0, 1], listed: [0, 1], choices: [0, 1] },
    seed: 1,
  };
  const arranged = listed.arrange({ critic: 'free' }, posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  const { reply } = listed.table(arranged.setup).prompt({ seat: 'critic', kind: 'speech', at: 'critique', version: 1 });
  if (reply.form !== 'text') throw new Error('a critique is text');
  assert.deepEqual(reply.read?.('DISAGREE\nIt was the left.'), { text: 'It was the left.', stance: 'disagree' });
  assert.deepEqual(reply.read?.('**AGREE**'), { text: '**AGREE**', stance: 'agree' });
  assert.deepEqual(reply.read?.('I agree.'), { text: 'I agree.' });
});

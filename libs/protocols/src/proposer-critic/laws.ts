import type { ArguingMove, ArguingTurn } from '@moot/protocol/arguing';
import { trialOf } from '@moot/protocol/arguing/laws';
import { law, pick, type Trial } from '@moot/protocol/laws';
import { rules } from './rules.ts';
import { ARGUING, type ProposalSetup } from './setup.ts';

const SETUP: ProposalSetup = {
  critic: 'forced',
  rebuttals: 2,
  question: 'Which door?',
  options: ['left', 'middle', 'right'],
  sides: { proposer: 2, critic: 0 },
  listed: [1, 0, 2],
  choices: [0, 1, 2],
  order: 'sequential',
  reveal: 'live',
  rounds: { min: 1, max: 1 },
  questions: 0,
  beliefs: 'each-round',
  judges: 1,
  quotes: 'marked',
  length: { unit: 'words', max: 50, over: 'ask-again' },
  source: 'SOURCE of all that they say',
  instructions: { proposer: 'ORDERS-proposer', critic: 'ORDERS-critic' },
};

const common = trialOf<ProposalSetup>(ARGUING);

const trial = (change: Partial<ProposalSetup>): Trial<ProposalSetup, ArguingMove, ArguingTurn> => ({
  protocol: rules,
  setup: { ...SETUP, ...change },
  ...common,
  fill: (asked, random) => {
    const move = common.fill(asked, random);
    const isStanceDue = asked.brief.critic === 'free' && move.kind === 'speech' && move.at === 'critique';
    return isStanceDue ? { ...move, stance: pick(['agree', 'disagree'] as const, random) } : move;
  },
});

export const laws = [
  law('a critic who has to disagree', trial({}), { runs: 40, least: 11, judges: ['judge'] }),
  law('a critic who may agree', trial({ critic: 'free', sides: { proposer: 2 } }), {
    runs: 40,
    least: 7,
    judges: ['judge'],
  }),
  law('an answer of its own choice', trial({ sides: {}, open: [2, 0], beliefs: 'end', judges: 2 }), {
    runs: 24,
    least: 7,
    judges: ['judge 1', 'judge 2'],
  }),
];

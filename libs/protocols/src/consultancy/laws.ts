import type { ArguingMove, ArguingTurn } from '@moot/protocol/arguing';
import { trialOf } from '@moot/protocol/arguing/laws';
import { law, type Trial } from '@moot/protocol/laws';
import { rules } from './rules.ts';
import { consultantsOf, type ConsultancySetup } from './setup.ts';

const SETUP: ConsultancySetup = {
  form: 'assigned',
  question: 'Which door?',
  options: ['left', 'middle', 'right'],
  sides: { consultant: 2 },
  listed: [1, 0, 2],
  choices: [0, 1, 2],
  order: 'sequential',
  reveal: 'live',
  rounds: { min: 1, max: 3 },
  questions: 2,
  beliefs: 'each-round',
  judges: 1,
  quotes: 'marked',
  length: { unit: 'words', max: 50, over: 'ask-again' },
  source: 'SOURCE of all that they say',
  instructions: { consultant: 'ORDERS-consultant' },
};

const trial = (change: Partial<ConsultancySetup>): Trial<ConsultancySetup, ArguingMove, ArguingTurn> => {
  const setup = { ...SETUP, ...change };
  return { protocol: rules, setup, ...trialOf<ConsultancySetup>(consultantsOf(setup)) };
};

const double: Partial<ConsultancySetup> = {
  form: 'double',
  order: 'simultaneous',
  sides: { A: 2, B: 0 },
  rounds: { min: 1, max: 2 },
  questions: 1,
  instructions: { A: 'ORDERS-A', B: 'ORDERS-B' },
};

export const laws = [
  law('assigned', trial({}), { runs: 40, least: 5, judges: ['judge'] }),
  law('assigned, answers in the next speech', trial({ answers: 'next-speech' }), {
    runs: 24,
    least: 4,
    judges: ['judge'],
  }),
  law('open', trial({ form: 'open', sides: {}, open: [2, 0] }), { runs: 40, least: 6, judges: ['judge'] }),
  law('double, before two', trial({ ...double, judges: 2 }), { runs: 24, least: 8, judges: ['judge 1', 'judge 2'] }),
  law('one speech', trial({ rounds: { min: 1, max: 1 }, questions: 0, beliefs: 'end' }), {
    runs: 24,
    least: 1.5,
    judges: ['judge'],
  }),
  law('by a course', trial({ course: ['beliefs', 'sequential', 'beliefs', 'respond', 'sequential', 'verdict'] }), {
    runs: 24,
    least: 5,
    judges: ['judge'],
  }),
];

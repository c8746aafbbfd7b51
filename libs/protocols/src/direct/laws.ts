import type { Verdict } from '@moot/protocol';
import { law, randomBelief, type Trial } from '@moot/protocol/laws';
import { rules } from './index.ts';
import type { DirectSetup } from './setup.ts';

const trial = (change: Partial<DirectSetup>): Trial<DirectSetup, Verdict> => ({
  protocol: rules,
  setup: {
    question: 'Which door?',
    options: ['left', 'right'],
    listed: [1, 0],
    choices: [0, 1],
    judges: 1,
    source: 'SOURCE',
    ...change,
  },
  places: ['judge', 'judge 1', 'judge 2', 'observer', 'A'].map((seat) => ({ seat, at: '' })),
  fill: ({ turn }, random) => ({
    ...turn,
    kind: 'verdict',
    belief: randomBelief(2, random),
    reason: '',
    by: 'model:m',
    thinking: 'private thought',
  }),
  secrets: [{ word: 'SOURCE', isFor: ({ seat }) => seat.startsWith('judge') }],
});

export const laws = [
  law('one judge', trial({}), { runs: 40, least: 1, judges: ['judge'] }),
  law('a panel', trial({ judges: 2 }), { runs: 40, least: 2, judges: ['judge 1', 'judge 2'] }),
  law('timed', trial({ seconds: 240 }), { runs: 40, least: 1, judges: ['judge'] }),
];

import { law, randomBelief, type Random, type Trial } from '@moot/protocol/laws';
import type { Turn } from '@moot/protocol';
import { rules } from './rules.ts';
import type { StochasticMove, StochasticSetup } from './setup.ts';

const SETUP: StochasticSetup = {
  question: 'Is the output 1?',
  steps: 12,
  oracle: { kind: 'window', memory: 2, probabilities: [0.2, 0.4, 0.6, 0.8] },
  completeness: 0.02,
  soundness: 0.3,
  risk: 0.1,
  seed: 7_654_321,
};

const trial = (change: Partial<StochasticSetup>): Trial<StochasticSetup, StochasticMove> => ({
  protocol: rules,
  setup: { ...SETUP, ...change },
  places: ['alice', 'bob', 'verifier', 'observer'].map((seat) => ({ seat, at: '' })),
  fill: ({ turn }, random) => ({ ...said(turn, random), by: 'script:random', thinking: 'private thought' }),
  secrets: [{ word: '7654321', isFor: () => false }],
});

function said({ seat, at, version, kind }: Turn, random: Random): StochasticMove {
  const turn = { seat, at, version };
  if (kind === 'claim') return { ...turn, kind, p: random() };
  if (kind === 'respond') return { ...turn, kind, accept: random() < 0.9 };
  return { ...turn, kind: 'verdict', belief: randomBelief(2, random), reason: '' };
}

export const laws = [
  law('an oracle with a window', trial({}), { runs: 60, least: 8, judges: ['verifier'] }),
  law('an oracle that reads everything', trial({ oracle: { kind: 'majority', coin: 0.7, sharp: 0.9 } }), {
    runs: 60,
    least: 8,
    judges: ['verifier'],
  }),
];

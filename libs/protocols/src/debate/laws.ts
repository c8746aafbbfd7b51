import { judging, type JudgingMove, type JudgingSetup, type Protocol, type Transcript } from '@moot/protocol';
import type { ArguingMove, ArguingTurn } from '@moot/protocol/arguing';
import { trialOf } from '@moot/protocol/arguing/laws';
import { law, obeysTheLaws, randomBelief, type Trial } from '@moot/protocol/laws';
import { rules } from './rules.ts';
import { DEBATERS, type DebateSetup } from './setup.ts';

const SETUP: DebateSetup = {
  question: 'Which door?',
  options: ['left', 'middle', 'right'],
  sides: { A: 2, B: 0 },
  listed: [1, 0, 2],
  choices: [0, 1, 2],
  order: 'simultaneous',
  reveal: 'live',
  rounds: { min: 1, max: 3 },
  questions: 2,
  beliefs: 'each-round',
  judges: 1,
  quotes: 'marked',
  length: { unit: 'words', max: 50, over: 'ask-again' },
  source: 'SOURCE of all that they say',
  instructions: { A: 'ORDERS-A', B: 'ORDERS-B' },
};

const trial = (change: Partial<DebateSetup>): Trial<DebateSetup, ArguingMove, ArguingTurn> => ({
  protocol: rules,
  setup: { ...SETUP, ...change },
  ...trialOf<DebateSetup>(DEBATERS),
});

function judgedAgain(
  mode: 'whole' | 'stepped',
  judges: number,
): Trial<JudgingSetup<DebateSetup>, JudgingMove<ArguingMove>> {
  const first = trial({});
  const frozen = obeysTheLaws(first, 5, 5);
  const again: Protocol<JudgingSetup<DebateSetup>, JudgingMove<ArguingMove>> = judging(
    rules,
    first.setup,
    frozen,
    mode,
  );
  return {
    protocol: again,
    setup: { options: SETUP.options, judges },
    frozen: frozen satisfies Transcript<JudgingMove<ArguingMove>>,
    places: ['judge', 'judge 1', 'judge 2', 'A', 'observer'].map((seat) => ({ seat, at: '' })),
    fill: ({ turn }, random) => {
      const { seat, at, version } = turn;
      const belief = randomBelief(3, random);
      const move =
        turn.kind === 'belief' ? { kind: 'belief' as const, belief } : { kind: 'verdict' as const, belief, reason: '' };
      return { seat, at, version, ...move, by: 'model:m', thinking: 'private thought' };
    },
    secrets: ['SOURCE', 'ORDERS'].map((word) => ({ word, isFor: () => false })),
  };
}

const COURSE: DebateSetup['course'] = [
  'beliefs',
  'simultaneous',
  'beliefs',
  'respond',
  { item: 'sequential', seats: ['B', 'A'] },
  'beliefs',
  'respond',
  { item: 'sequential', seats: ['A'] },
  'verdict',
];
const ONE = ['judge'];
const TWO = ['judge 1', 'judge 2'];
const THREE = [...TWO, 'judge 3'];

export const laws = [
  law('sequential', trial({ order: 'sequential' }), { runs: 48, least: 6, judges: ONE }),
  law('simultaneous, live', trial({}), { runs: 48, least: 6, judges: ONE }),
  law('simultaneous, paced', trial({ reveal: 'paced' }), { runs: 48, least: 6, judges: ONE }),
  law('simultaneous, together', trial({ reveal: 'together', quotes: 'unmarked' }), { runs: 48, least: 6, judges: ONE }),
  law('of fixed length, beliefs at the end', trial({ rounds: { min: 3, max: 3 }, questions: 0, beliefs: 'end' }), {
    runs: 40,
    least: 6,
    judges: ONE,
  }),
  law(
    'sealed openings, then in sequence, questions for the next speech',
    trial({ order: 'simultaneous-openings', answers: 'next-speech' }),
    {
      runs: 40,
      least: 5,
      judges: ONE,
    },
  ),
  law('cross-examined, sealed', trial({ crossExamination: true }), { runs: 40, least: 8, judges: ONE }),
  law('cross-examined in sequence', trial({ crossExamination: true, order: 'sequential' }), {
    runs: 40,
    least: 8,
    judges: ONE,
  }),
  law('sides open', trial({ sides: {}, open: [2, 0], order: 'sequential' }), { runs: 40, least: 6, judges: ONE }),
  law('attacked', trial({ attack: { seat: 'A', strategy: 'ATTACK' } }), { runs: 24, least: 6, judges: ONE }),
  law('without concession', trial({ concession: 'none' }), { runs: 24, least: 10, judges: ONE }),
  law('by a course', trial({ course: COURSE, judges: 2 }), { runs: 40, least: 12, judges: TWO }),
  law('by a course that stops, without a judge', trial({ course: ['simultaneous', 'negotiate'], judges: 0 }), {
    runs: 40,
    least: 4,
    judges: [],
  }),
  law('without a judge', trial({ judges: 0 }), { runs: 24, least: 2, judges: [] }),
  law('over-long speeches cut', trial({ length: { unit: 'characters', max: 8, over: 'cut' } }), {
    runs: 24,
    least: 5,
    judges: ONE,
  }),
  law('before a panel', trial({ judges: 3 }), { runs: 24, least: 12, judges: THREE }),
  law('judged again, whole', judgedAgain('whole', 1), { runs: 24, least: 1.5, judges: ONE }),
  law('judged again, stepped, by two', judgedAgain('stepped', 2), { runs: 24, least: 3, judges: TWO }),
];

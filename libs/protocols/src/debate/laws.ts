import { judging, type JudgingMove, type JudgingSetup, type Protocol, type Transcript } from '@moot/protocol';
import { law, obeysTheLaws, pick, randomBelief, type Random, type Trial } from '@moot/protocol/laws';
import { rules, type DebateTurn } from './rules.ts';
import { DEBATERS, type DebateMove, type DebateSetup } from './setup.ts';

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

const trial = (change: Partial<DebateSetup>): Trial<DebateSetup, DebateMove, DebateTurn> => ({
  protocol: rules,
  setup: { ...SETUP, ...change },
  places: ['A', 'B', 'judge', 'judge 1', 'judge 2', 'judge 3', 'observer'].map((seat) => ({ seat, at: '' })),
  fill: ({ turn }, random) => ({ ...said(turn, random), by: 'model:m', thinking: 'private thought' }),
  secrets: [
    { word: 'SOURCE', isFor: isDebater },
    { word: 'ORDERS-A', isFor: ({ seat }) => seat === 'A' },
    { word: 'ORDERS-B', isFor: ({ seat }) => seat === 'B' },
  ],
});

function isDebater({ seat }: { readonly seat: string }): boolean {
  return seat === 'A' || seat === 'B';
}

function said(turn: DebateTurn, random: Random): DebateMove {
  const { at, version } = turn;
  const text = `says ${Math.floor(random() * 1e6)} <quote>of all that they</quote>`;
  const seat = DEBATERS.find((each) => each === turn.seat) ?? 'A';
  switch (turn.kind) {
    case 'belief':
      return { seat: turn.seat, at, version, kind: 'belief', belief: randomBelief(3, random) };
    case 'verdict':
      return { seat: turn.seat, at, version, kind: 'verdict', belief: randomBelief(3, random), reason: '' };
    case 'respond':
      return response(turn, random);
    case 'concede':
      return { seat, at, version, kind: 'concede', text };
    default:
      return { seat, at, version, kind: turn.kind === 'reply' ? 'reply' : 'speech', text };
  }
}

function response({ seat, at, version, choices = ['continue'] }: DebateTurn, random: Random): DebateMove {
  const choice = pick(choices, random);
  const turn = { seat, at, version, kind: 'respond' as const, choices };
  if (choice !== 'ask') return { ...turn, choice };
  return { ...turn, choice, to: pick([['A'], ['B'], ['B', 'A']] as const, random), text: 'Why?' };
}

function judgedAgain(
  mode: 'whole' | 'stepped',
  judges: number,
): Trial<JudgingSetup<DebateSetup>, JudgingMove<DebateMove>> {
  const first = trial({});
  const frozen = obeysTheLaws(first, 5, 5);
  const again: Protocol<JudgingSetup<DebateSetup>, JudgingMove<DebateMove>> = judging(rules, first.setup, frozen, mode);
  return {
    protocol: again,
    setup: { options: SETUP.options, judges },
    frozen: frozen satisfies Transcript<JudgingMove<DebateMove>>,
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
  law('over-long speeches cut', trial({ length: { unit: 'characters', max: 8, over: 'cut' } }), {
    runs: 24,
    least: 5,
    judges: ONE,
  }),
  law('before a panel', trial({ judges: 3 }), { runs: 24, least: 12, judges: THREE }),
  law('judged again, whole', judgedAgain('whole', 1), { runs: 24, least: 1.5, judges: ONE }),
  law('judged again, stepped, by two', judgedAgain('stepped', 2), { runs: 24, least: 3, judges: TWO }),
];

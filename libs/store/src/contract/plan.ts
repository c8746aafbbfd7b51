import type { Plan, PlannedRun, Sitter } from '@moot/experiment';

/** What a test wants of a run. */
export interface Wanted {
  readonly rounds?: number;
  readonly judge?: Sitter;
  readonly questionId?: string;
  /** The run whose transcript is judged, instead of a parley. */
  readonly judged?: string;
}

/** A run of one parley: two models that speak, and a judge, ada if nothing else is said. */
export function runOf(id: string, wanted: Wanted = {}): PlannedRun {
  const { rounds = 1, judge = ADA, questionId = 'question 1', judged } = wanted;
  const model: Sitter = { kind: 'model', model: 'openai/small' };
  const again = { setup: { options: ['this', 'that'], judges: 1, shown: 'whole' }, seats: { judge } };
  return {
    id,
    arm: 'only',
    questionId,
    replicate: 1,
    setup: { rounds },
    seats: { A: model, B: model, judge },
    orders: { sides: [0, 1], listed: [1, 0], choices: [0, 1] },
    seed: 1,
    ...(judged !== undefined && { ...again, judged: { run: judged, shown: 'whole' } }),
  };
}

/** A plan of one arm with these runs. */
export function planOf(name: string, runs: readonly PlannedRun[]): Plan {
  return {
    name,
    seed: 7,
    people: 'people',
    file: {
      name,
      seed: 7,
      questions: { dataset: 'facts', perSource: 1 },
      arms: { only: { protocol: 'parley', setup: {}, seats: {} } },
      judges: { design: 'within', perQuestion: 1, transcript: 'own' },
      caps: {},
    },
    hash: 'plan',
    arms: [{ name: 'only', protocol: 'parley', version: '1.0.0', options: {}, seats: {}, hash: 'arm' }],
    runs,
    participants: [],
  };
}

const ADA: Sitter = { kind: 'person', participant: 'ada' };

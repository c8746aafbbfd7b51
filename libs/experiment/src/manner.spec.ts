import { define, openFor, panel, protocol, Verdict, verdicts, type Verdict as VerdictMove } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { planned, type Asked } from './plan.ts';
import { readExperiment } from './read.ts';

const Setup = z.object({ judges: z.int().default(1) });

/** Somebody speaks and a panel judges; drafts are possible where they have prompts. */
const judgedBy = (name: string, isDrafted: boolean) =>
  define({
    protocol: protocol<z.output<typeof Setup>, VerdictMove>({
      name,
      next: ({ judges }, moves) => openFor(judges, moves, 'verdict', 'end'),
      view: () => [],
      watches: () => false,
      brief: (setup) => setup,
      outcome: ({ judges }, moves) => verdicts(judges, moves, 'end'),
    }),
    version: '1.0.0',
    options: Setup,
    setup: Setup,
    moves: { verdict: Verdict },
    seats: ({ judges }) => [
      { seat: 'A', role: 'debater' as const },
      ...panel(judges).map((seat) => ({ seat, role: 'judge' as const })),
    ],
    arrange: (options) => options,
    prompt: () => NO_PROMPT,
    ...(isDrafted && {
      drafting: {
        drafts: () => true,
        rate: () => NO_PROMPT,
        critique: () => NO_PROMPT,
        helpful: () => NO_PROMPT,
        revise: () => NO_PROMPT,
      },
    }),
  });

const NO_PROMPT = { messages: [], reply: { form: 'text' as const }, mostTokens: 1 };
const known = {
  protocols: [judgedBy('drafted', true), judgedBy('plain', false)],
  modelFault: (model: string) => (model.startsWith('nowhere/') ? 'there is no endpoint nowhere' : undefined),
};

interface Seats {
  readonly debater?: string;
  readonly judge?: string;
  readonly protocol?: string;
  readonly judges?: number;
}

const textOf = ({ debater = 'people', judge = 'people', protocol: name = 'drafted', judges = 1 }: Seats) => `name: pilot
seed: 7
questions: { dataset: d }
arms:
  only:
    protocol: ${name}
    setup: { judges: ${judges} }
    seats:
      debater: ${debater}
      judge: ${judge}
`;
const faultsIn = (seats: Seats) => {
  const read = readExperiment(textOf(seats), 'x.yaml', known);
  return read.ok
    ? []
    : read.faults.map(({ at, why }) => `${at.line ?? '?'}:${at.column ?? '?'} ${at.field ?? ''} ${why}`);
};

describe('how a seat’s model judges and drafts', () => {
  it.each<readonly [string, Seats]>([
    ['a judge by log-probabilities in both orders', { judge: '{ model: sim/judge, reading: logprobs, orders: both }' }],
    [
      'the best of four, criticised',
      { debater: '{ model: o/x, bestOf: 4, preference: sim/judge, critiques: 2, critic: o/y, checkedBy: o/z }' },
    ],
    ['ratings read by log-probabilities', { debater: '{ model: o/x, bestOf: 2, preference: o/y, reading: logprobs }' }],
    ['one critique, which nobody has to choose', { debater: '{ model: o/x, critiques: 1 }' }],
  ])('can be %s', (_title, seats) => {
    expect(faultsIn(seats)).toEqual([]);
  });

  it.each<readonly [string, Seats, string]>([
    [
      'drafts of a judge',
      { judge: '{ model: o/x, bestOf: 2, preference: o/y }' },
      '10:28 arms.only.seats.judge.bestOf it is for a seat that argues: a judge drafts nothing and has no side',
    ],
    [
      'a reading where nothing is read',
      { debater: '{ model: o/x, reading: logprobs }' },
      '9:30 arms.only.seats.debater.reading it says how a belief is read: of a judge, or of the preference model of a seat that drafts',
    ],
    [
      'drafts at a protocol without prompts for them',
      { protocol: 'plain', debater: '{ model: o/x, bestOf: 2, preference: o/y }' },
      '9:30 arms.only.seats.debater.bestOf plain has no prompts for drafts',
    ],
    [
      'candidates that nobody rates',
      { debater: '{ model: o/x, bestOf: 2 }' },
      '9:30 arms.only.seats.debater.bestOf say which model rates the candidates: preference: endpoint/model',
    ],
    [
      'critiques that nobody rates',
      { debater: '{ model: o/x, critiques: 2 }' },
      '9:30 arms.only.seats.debater.critiques say which model rates the critiques: preference: endpoint/model',
    ],
    [
      'candidates that would all be the same',
      { debater: '{ model: o/x, bestOf: 2, preference: o/y, temperature: 0 }' },
      '9:58 arms.only.seats.debater.temperature at 0 all candidates would be the same',
    ],
    [
      'a preference with nothing to choose from',
      { debater: '{ model: o/x, preference: o/y }' },
      '9:30 arms.only.seats.debater.preference there is nothing to choose from: set bestOf or critiques to 2 or more',
    ],
    [
      'a critic with nothing to write',
      { debater: '{ model: o/x, critic: o/y }' },
      '9:30 arms.only.seats.debater.critic it has nothing to write: set critiques',
    ],
    [
      'a critic that leads nowhere',
      { debater: '{ model: o/x, critiques: 1, critic: nowhere/y }' },
      '9:44 arms.only.seats.debater.critic there is no endpoint nowhere',
    ],
    [
      'a word that is no model',
      { debater: '{ model: o/x, checkedBy: people }' },
      '9:30 arms.only.seats.debater.checkedBy people is no model: write endpoint/model, such as sim/judge',
    ],
    ['an impossible number', { debater: '{ model: o/x, bestOf: 0, preference: o/y }' }, '9:30 arms.only.seats.debater'],
  ])('cannot be %s, and it is said where', (_title, seats, expected) => {
    expect(faultsIn(seats)[0]).toContain(expected);
  });

  it('stands with the seat in every run', () => {
    const read = readExperiment(textOf({ judge: '{ model: sim/judge, ability: 2, orders: both }' }), 'x.yaml', known);
    if (!read.ok) throw new Error('not read');
    const plan = planned({ file: read.file, questions: [question(2)], protocols: known.protocols, people: 'people' });
    if (!plan.ok) throw new Error(plan.why);
    expect(plan.plan.runs[0]?.seats.judge).toEqual({
      kind: 'model',
      model: 'sim/judge?ability=2',
      parameters: {},
      orders: 'both',
    });
  });

  it('cannot be read from log-probabilities where numbers have two digits', () => {
    const read = readExperiment(textOf({ judge: '{ model: sim/judge, reading: logprobs }' }), 'x.yaml', known);
    if (!read.ok) throw new Error('not read');
    const plan = (options: number) =>
      planned({ file: read.file, questions: [question(options)], protocols: known.protocols, people: 'people' });
    expect(plan(9)).toMatchObject({ ok: true });
    expect(plan(10)).toEqual({
      ok: false,
      why: 'arm only, question k: reading: logprobs takes questions of at most nine options, and this one has 10',
    });
  });
});

describe('a panel', () => {
  it('with models has an odd number of judges; one of people may have any', () => {
    expect(faultsIn({ judge: 'sim/judge', judges: 3 })).toEqual([]);
    expect(faultsIn({ judge: 'people', judges: 2 })).toEqual([]);
    expect(faultsIn({ judge: 'sim/judge', judges: 4 })).toEqual([
      '7:14 arms.only.setup.judges 4 judges can be split evenly, and a panel with models decides by more than half of all its judges: make it 3 or 5',
    ]);
  });
});

function question(options: number): Asked {
  return { id: 'q', key: 'k', prompt: 'Which?', options: Array.from({ length: options }, String), truth: 0 };
}

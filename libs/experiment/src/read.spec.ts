import { define, openFor, panel, protocol, Verdict, verdicts, type Verdict as VerdictMove } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readExperiment } from './read.ts';

const Setup = z.strictObject({ source: z.enum(['hidden', 'shown']) });
const judged = define({
  protocol: protocol<z.output<typeof Setup>, VerdictMove>({
    name: 'judged',
    next: (_setup, moves) => openFor(1, moves, 'verdict', 'end'),
    view: () => [],
    watches: () => false,
    brief: (setup) => setup,
    outcome: (_setup, moves) => verdicts(1, moves, 'end'),
  }),
  version: '1.0.0',
  options: Setup,
  setup: Setup,
  moves: { verdict: Verdict },
  seats: () => panel(1).map((seat) => ({ seat, role: 'judge' as const })),
  arrange: (options) => options,
  prompt: () => ({ messages: [], reply: { form: 'text' }, mostTokens: 1 }),
});
const known = {
  protocols: [judged],
  modelFault(model: string) {
    if (model.endsWith('=high')) return `${model} is refused`;
    return model.startsWith('sim/') ? undefined : `there is no endpoint ${model.split('/')[0] ?? ''}`;
  },
};

const good = `name: pilot
seed: 7
questions: { dataset: nyu, sample: 12 }
arms:
  naive:
    protocol: judged
    setup: { source: hidden }
    seats: { judge: people }
`;
/** So many generations of ten references each. */
function references(generations: number): string {
  const lines = Array.from(
    { length: generations },
    (_, i) => `g${i + 1}: &g${i + 1} [${Array(10).fill(`*g${i}`).join(', ')}]\n`,
  );
  return `g0: &g0 x\n${lines.join('')}`;
}
const faultsIn = (text: string) => {
  const read = readExperiment(text, 'x.yaml', known);
  return read.ok
    ? []
    : read.faults.map(({ at, why }) => `${at.line ?? '?'}:${at.column ?? '?'} ${at.field ?? ''} ${why}`);
};

describe('an experiment file', () => {
  it('is read with its defaults filled in', () => {
    expect(readExperiment(good, 'x.yaml', known)).toMatchObject({
      ok: true,
      file: { judges: { design: 'within', perQuestion: 1 }, questions: { perSource: 1 }, caps: {} },
    });
  });

  it.each([
    [
      'an unknown key, at the key',
      good.replace('seed: 7', 'seed: 7\nseeds: 8'),
      /^3:1 seeds there is no setting of this name here: seeds/,
    ],
    [
      'an arm that is like none',
      good.replace('protocol: judged', 'protocol: judged\n    like: other'),
      /^7:5 arms\.naive\.like there is no arm other; there are naive/,
    ],
    [
      'an arm that is like itself',
      good.replace('protocol: judged', 'protocol: judged\n    like: naive'),
      /^7:5 arms\.naive\.like an arm is not like itself/,
    ],
    ['an impossible value', good.replace('sample: 12', 'sample: 0'), /^3:28 questions\.sample /],
    ['a missing value, where it belongs', good.replace('seed: 7\n', ''), /^1:1 seed /],
    [
      'a protocol that does not exist',
      good.replace('protocol: judged', 'protocol: duel'),
      /^6:5 arms\.naive\.protocol there is no protocol duel; there are judged/,
    ],
    ['a wrong choice in a setup', good.replace('source: hidden', 'source: half'), /^7:14 arms\.naive\.setup\.source /],
    [
      'an unknown setting in a setup',
      good.replace('source: hidden', 'source: hidden, rounds: 3'),
      /^7:30 arms\.naive\.setup\.rounds /,
    ],
    [
      'a seat that does not exist',
      good.replace('judge: people', 'judge: people, jury: people'),
      /^8:29 arms\.naive\.seats\.jury judged has no seat or role jury/,
    ],
    ['an empty seat', good.replace('{ judge: people }', '{}'), /^8:5 arms\.naive\.seats nobody sits in seat judge/],
    [
      'a model that leads nowhere',
      good.replace('judge: people', 'judge: nowhere/gpt'),
      /^8:14 arms\.naive\.seats\.judge there is no endpoint nowhere/,
    ],
    ['a word that is no model', good.replace('judge: people', 'judge: person'), /^8:14 .*person is no model/],
    ['a script that does not exist', good.replace('judge: people', 'judge: script/x'), /^8:14 .*judged has no scripts/],
    [
      'a player parameter of a model that has none',
      good.replace('judge: people', 'judge: { model: openai/x, ability: 1 }'),
      /^8:14 .*ability/,
    ],
    [
      'a parameter that the simulator refuses',
      good.replace('judge: people', 'judge: { model: sim/judge, ability: high }'),
      /^8:14 arms\.naive\.seats\.judge sim\/judge\?ability=high is refused/,
    ],
    ['a reference that leads nowhere', good.replace('name: pilot', 'name: *pilot'), /Unresolved alias.*pilot/],
    ['brackets without end', `${good}description: ${'['.repeat(50_000)}`, /nested too deep/],
    ['references that grow beyond any memory', `${good}${references(9)}`, /Excessive alias count/],
    ['broken YAML', `${good}  : [`, /^9:\d+/],
    ['a key given twice', good.replace('seed: 7', 'seed: 7\nseed: 8'), /^3:1 .*unique/],
  ])('with %s says what and where', (_title, text, expected) => {
    expect(faultsIn(text)[0]).toMatch(expected);
  });

  it('names every fault at once', () => {
    expect(faultsIn(good.replace('seed: 7', 'seed: x').replace('sample: 12', 'sample: -1'))).toHaveLength(2);
  });

  it('names faults of every kind together, in the order of the file', () => {
    const text = `seed: x
questions: { dataset: nowhere }
seed: 3
arms:
  half:
    protocol: judged
    begin: soon
    setup: { source: half }
    seats: { judge: nowhere/gpt }
  duel: { protocol: duel, seats: { judge: 3 } }
name: pilot
`;
    const read = readExperiment(text, 'x.yaml', { ...known, datasets: ['nyu'] });
    expect(read.ok ? [] : read.faults.map(({ at }) => `${at.line ?? '?'} ${at.field ?? 'yaml'}`)).toEqual([
      '2 questions.dataset',
      '3 yaml',
      '7 arms.half.begin',
      '8 arms.half.setup.source',
      '9 arms.half.seats.judge',
      '10 arms.duel.protocol',
      '10 arms.duel.seats.judge',
    ]);
  });

  it('says nothing of what follows from a fault that it names', () => {
    expect(faultsIn(good.replace('judge: people', 'judge: 3'))).toHaveLength(1);
    expect(faultsIn(good.replace('source: hidden', 'source: 3'))).toHaveLength(1);
    expect(faultsIn(good.replace('    seats: { judge: people }\n', ''))).toHaveLength(1);
  });
});

it('names the first fifty of thousands of faults, so that nobody waits for the rest', () => {
  const keys = Array.from({ length: 3000 }, (_, i) => `k${i}: 1`).join('\n');
  const read = readExperiment(`${good}${keys}\n`, 'pilot.yaml', known);
  expect(read.ok ? [] : read.faults).toHaveLength(50);
});

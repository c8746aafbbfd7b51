import { define, openFor, panel, protocol, Verdict, verdicts, type Verdict as VerdictMove } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ExperimentFile } from './file.ts';
import { planned, type Asked, type Given, type Plan } from './plan.ts';

const Setup = z.strictObject({ question: z.string().default(''), listed: z.array(z.int()).default([]) });
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
  arrange: (_options, { question, orders }) =>
    question === 'bad?' ? { unfit: 'it is bad' } : { question, listed: [...orders.listed] },
});

const questions: readonly Asked[] = Array.from({ length: 10 }, (_, i) => ({
  id: `q${i}`,
  key: `k${i}`,
  prompt: `question ${i}?`,
  options: ['yes', 'no'],
  truth: i % 2,
  source: `s${i % 5}`,
}));
const file = (change: object = {}) =>
  ExperimentFile.parse({
    name: 'pilot',
    seed: 7,
    questions: { dataset: 'd', sample: 5 },
    arms: {
      people: { protocol: 'judged', seats: { judge: 'people' } },
      model: { protocol: 'judged', seats: { judge: { model: 'sim/judge', ability: 0.8, temperature: 0 } } },
    },
    ...change,
  });
const given = (change: Partial<Given> = {}): Given => ({
  file: file(),
  questions,
  protocols: [judged],
  people: 'people',
  ...change,
});
const planOf = (change: Partial<Given> = {}): Plan => {
  const result = planned(given(change));
  if (!result.ok) throw new Error(result.why);
  return result.plan;
};

describe('a plan', () => {
  it('puts every sampled question through every arm', () => {
    const { runs } = planOf();
    expect(runs).toHaveLength(10);
    expect(new Set(runs.map(({ arm, questionId }) => `${arm} ${questionId}`)).size).toBe(10);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(10);
  });

  it('takes at most one question of a source, and says so when there are not enough', () => {
    const sources = planOf().runs.map(({ questionId }) => questions.find(({ id }) => id === questionId)?.source);
    expect(new Set(sources).size).toBe(5);
    expect(planned(given({ file: file({ questions: { dataset: 'd', sample: 6 } }) }))).toEqual({
      ok: false,
      why: 'a sample of 6 was asked for; d has 10 questions and gives 5 with at most 1 from one source: lower sample, or raise perSource',
    });
  });

  it('meets none of the questions, nor of their sources, that another with the same seed has met', () => {
    const drawn = (sample: object) => {
      const asked = planOf({ file: file({ questions: { dataset: 'd', ...sample } }) }).runs;
      return new Set(asked.map(({ questionId }) => questions.find(({ id }) => id === questionId)?.source));
    };
    const [first, second] = [drawn({ sample: 3 }), drawn({ sample: 2, skip: 3 })];
    expect(first.size).toBe(3);
    expect(second.size).toBe(2);
    expect([...second].filter((source) => first.has(source))).toEqual([]);
    const short = planned(given({ file: file({ questions: { dataset: 'd', sample: 3, skip: 3 } }) }));
    expect(short.ok ? '' : short.why).toMatch(
      /^a sample of 3 after the first 3 was asked for; .* gives 2 after the first 3 /,
    );
    expect(planned(given({ file: file({ questions: { dataset: 'd', skip: 10 } }) }))).toMatchObject({
      why: 'skip leaves none of the 10 questions of d',
    });
  });

  it('gives an arm that is like another its orders and its seeds', () => {
    const arm = (more: object = {}) => ({ protocol: 'judged', seats: { judge: 'sim/judge' }, ...more });
    const { runs } = planOf({ file: file({ arms: { one: arm(), two: arm({ like: 'one' }), three: arm() } }) });
    const of = (name: string) =>
      runs
        .filter(({ arm }) => arm === name)
        .map(({ questionId, orders, seed }) => ({ questionId, orders, seed }))
        .sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
    expect(of('two')).toEqual(of('one'));
    expect(of('three')).not.toEqual(of('one'));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(15);
  });

  it('is refused before it is worked out when it would have more runs than can be planned while others wait', () => {
    const many = Array.from({ length: 100 }, (_, i) => `arm-${i}`);
    const arms = Object.fromEntries(many.map((name) => [name, { protocol: 'judged', seats: { judge: 'people' } }]));
    const huge = file({ judges: { perQuestion: 1000 }, arms });
    expect(planned(given({ file: huge }))).toEqual({
      ok: false,
      why: '100 arms × 5 questions × 1000 verdicts are 500000 runs, and an experiment has at most 20000: lower sample or perQuestion, or make several',
    });
  });

  it('is the same for the same seed whatever order the questions come in, and another for another seed', () => {
    expect(planOf({ questions: [...questions].reverse() })).toEqual(planOf());
    expect(planOf({ file: file({ seed: 8 }) }).runs.map(({ questionId }) => questionId)).not.toEqual(
      planOf().runs.map(({ questionId }) => questionId),
    );
  });

  it('asks for the same under another name: questions, orders and seeds', () => {
    const asked = ({ runs }: Plan) =>
      runs.map(({ arm, questionId, orders, seed }) => ({ arm, questionId, orders, seed }));
    const copy = planOf({ file: file({ name: 'pilot-again' }) });
    expect(asked(copy)).toEqual(asked(planOf()));
    expect(copy.runs.map(({ id }) => id)).not.toEqual(planOf().runs.map(({ id }) => id));
  });

  it('leaves the seats of people to be filled, or sits simulated players there under pseudonyms', () => {
    expect(planOf().runs[0]?.seats).toEqual({ judge: { kind: 'person', slot: 0 } });
    const simulated = planOf({ people: 'simulated' });
    expect(simulated.participants.map(({ pseudonym }) => pseudonym)).toContain('pilot/sim-1');
    expect(simulated.runs[0]?.seats).toEqual({
      judge: { kind: 'model', model: 'sim/judge?seed=1', participant: 'pilot/sim-1' },
    });
  });

  it('writes what a simulated player is like into its name, and keeps sampling parameters apart', () => {
    expect(planOf().runs.find(({ arm }) => arm === 'model')?.seats).toEqual({
      judge: { kind: 'model', model: 'sim/judge?ability=0.8', parameters: { temperature: 0 } },
    });
  });

  it('carries no truth into a setup', () => {
    for (const { setup } of planOf().runs) expect(Object.keys(setup).sort()).toEqual(['listed', 'question']);
  });

  it('keeps as many sides of a run as its protocol seats', () => {
    const sides = (argues: readonly string[]) => {
      const { runs } = planOf({ protocols: [{ ...judged, argues: () => argues }] });
      return [...new Set(runs.map(({ orders }) => orders.sides.length))];
    };
    expect([sides([]), sides(['consultant']), sides(['A', 'B'])]).toEqual([[0], [1], [2]]);
  });

  it('says which question does not fit which arm', () => {
    const bad = questions.map((question) => ({ ...question, prompt: 'bad?' }));
    const result = planned(given({ questions: bad }));
    expect(result.ok ? '' : result.why).toMatch(/^arm people, question k\d: it is bad$/);
  });
});

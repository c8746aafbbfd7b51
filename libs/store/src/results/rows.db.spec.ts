import { randomUUID } from 'node:crypto';
import { changed, type World } from '@moot/runner';
import type { Sitter } from '@moot/experiment';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { planOf, runOf } from '../contract/plan.ts';
import { callOf, prior, speech, turnOf, verdict } from '../contract/said.ts';
import { openDatabase, type Database } from '../postgres/database.ts';
import { startExperiment } from '../postgres/start.ts';
import { postgresWorld } from '../postgres/world.ts';
import { testDatabase } from '../testing/index.ts';

let database: Database;
let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = openDatabase(made.url);
  const means = { database, openTable: openParley, ids: randomUUID, clock: () => new Date(0) };
  world = postgresWorld(means);
  await database.dataset.create({
    data: { id: 'd', name: 'facts', format: 'csv', licence: 'CC0', createdAt: new Date(0) },
  });
  const asked = { key: 'q', prompt: 'Which?', options: ['this', 'that'], truth: 1 };
  await database.question.create({ data: { id: 'question 1', datasetId: 'd', ...asked } });

  const judge: Sitter = { kind: 'model', model: 'sim/judge', participant: 'sim-1' };
  const started = await startExperiment(means, planOf('pilot', [runOf('people'), runOf('simulated', { judge })]), '');
  expect(started).toMatchObject({ ok: true });
  for (const [run, by] of [
    ['people', 'person:ada'],
    ['simulated', 'model:sim/judge'],
  ] as const)
    for (const said of [{ ...prior, by, thinking: 'hm' }, speech('A'), speech('B'), { ...verdict([0.2, 0.8]), by }])
      expect(await world.extend(run, (now) => changed(now, said))).toMatchObject({ ok: true });
  await world.keepCall(callOf(turnOf('people', 'A'), 1));
});
afterAll(async () => {
  await database.$disconnect();
  await drop();
});

it('shows a question with its truth', async () => {
  const rows = await database.$queryRaw`select * from results.questions`;
  const nothing = { source_id: null, split: null, difficulty: null };
  const asked = { key: 'q', prompt: 'Which?', options: ['this', 'that'], truth: 1, answer: 'that', licence: 'CC0' };
  expect(rows).toEqual([{ question_id: 'question 1', dataset: 'facts', ...asked, ...nothing }]);
});

it('shows moves with their words, what was thought apart', async () => {
  const rows = await database.$queryRaw`
    select seq, seat, kind, at, made_by, text, thinking, said, rests, simulated from results.moves where run_id = 'simulated' order by seq`;
  const told = (seq: number, seat: string) => ({
    seq,
    seat,
    kind: 'speech',
    at: 'round 1',
    made_by: 'model',
    simulated: false,
  });
  expect(rows).toMatchObject([
    { seq: 0, kind: 'belief', thinking: 'hm', said: { belief: [0.3, 0.7] }, text: null, simulated: true },
    { ...told(1, 'A'), text: 'A in round 1', thinking: null },
    { ...told(2, 'B'), text: 'B in round 1' },
    { seq: 3, kind: 'verdict', rests: [1, 2] },
  ]);
});

it('shows beliefs and verdicts of people, and those of simulated judges only among all', async () => {
  const beliefs = await database.$queryRaw`select run_id, judge, at, p_correct::text as p from results.beliefs`;
  expect(beliefs).toEqual([{ run_id: 'people', judge: 'ada', at: 'round 0', p: '0.7' }]);
  const all = await database.$queryRaw`select judge, judge_kind, synthetic from results.beliefs_all order by judge`;
  expect(all).toMatchObject([{ judge: 'ada' }, { judge: 'sim-1', judge_kind: 'simulated', synthetic: true }]);

  const verdicts = await database.$queryRaw`
    select judge, p_correct::text as p, p_initial::text as initial, correct::text as correct, rounds, seat_of_true from results.verdicts`;
  expect(verdicts).toEqual([{ judge: 'ada', p: '0.8', initial: '0.7', correct: '1', rounds: 1, seat_of_true: 'B' }]);
  const kinds = await database.$queryRaw`select judge_kind, judge_model from results.verdicts_all order by judge`;
  expect(kinds).toEqual([
    { judge_kind: 'person', judge_model: null },
    { judge_kind: 'simulated', judge_model: 'sim/judge' },
  ]);
});

it('shows attempts at model calls with prompt and reply', async () => {
  const rows = await database.$queryRaw`select * from results.model_calls`;
  expect(rows).toMatchObject([
    {
      run_id: 'people',
      experiment: 'pilot',
      arm: 'only',
      seat: 'A',
      attempt: 1,
      model: 'openai/small',
      reported_model: 'small-2026',
      status: 'ok',
      messages: [{ role: 'user', content: 'Speak.' }],
      reply: 'reply 1',
      sent: { temperature: 0.4 },
      tokens_estimated: true,
    },
  ]);
});

import { randomUUID } from 'node:crypto';
import type { Plan } from '@moot/experiment';
import type { World } from '@moot/runner';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { planOf, runOf } from '../contract/plan.ts';
import { callOf, turnOf } from '../contract/said.ts';
import { testDatabase } from '../testing/index.ts';
import { openDatabase } from './database.ts';
import type { Means } from './means.ts';
import { startExperiment } from './start.ts';
import { postgresWorld } from './world.ts';

let means: Means;
let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  means = { database: openDatabase(made.url), openTable: openParley, ids: randomUUID, clock: () => new Date(0) };
  world = postgresWorld(means);
  await means.database.dataset.create({ data: { id: 'd', name: 'facts', format: 'csv', createdAt: new Date(0) } });
  const question = { key: 'q', prompt: 'Which?', options: ['this', 'that'], truth: 1 };
  await means.database.question.create({ data: { id: 'question 1', datasetId: 'd', ...question } });
});
afterAll(async () => {
  await means.database.$disconnect();
  await drop();
});

async function begin(name: string, caps: Plan['file']['caps']): Promise<string> {
  const plan = planOf(name, [runOf(name)]);
  expect(await startExperiment(means, { ...plan, file: { ...plan.file, caps } }, '')).toMatchObject({ ok: true });
  return name;
}
const turn = (run: string, i = 0) => ({ ...turnOf(run, 'A'), at: `round ${i}` });

it('lets an experiment without caps go on', async () => {
  const run = await begin('free', {});
  expect(await world.reserve(turn(run), 1e9)).toEqual({ ok: true });
});

it('makes no call beyond the cap, however many ask at once', async () => {
  const run = await begin('counted', { calls: 5 });
  const asked = await Promise.all(Array.from({ length: 20 }, (_, i) => world.reserve(turn(run, i), 0)));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(5);
  const refused = asked.flatMap((reserved) => (reserved.ok ? [] : [reserved.words]));
  expect(refused).toHaveLength(15);
  expect(refused[0]).toContain('5 calls');
});

it('sets aside the worst case, and frees what a call did not cost', async () => {
  const run = await begin('priced', { usd: 1 });
  expect(await world.reserve(turn(run, 1), 0.6)).toEqual({ ok: true });
  expect(await world.reserve(turn(run, 2), 0.6)).toMatchObject({ ok: false });

  await world.keepCall(callOf(turn(run, 1), 1, { costUsd: 0.3 }));
  expect(await world.reserve(turn(run, 2), 0.6)).toEqual({ ok: true });
  await world.keepCall(callOf(turn(run, 2), 1, { costUsd: 0.6 }));
  expect(await world.reserve(turn(run, 3), 0.2)).toMatchObject({ ok: false });
  expect(await world.reserve(turn(run, 3), 0.1)).toEqual({ ok: true });
});

it('gives back what a process had set aside for a turn before it died', async () => {
  const run = await begin('died', { usd: 1 });
  for (let times = 0; times < 3; times++) expect(await world.reserve(turn(run), 0.9)).toEqual({ ok: true });
});

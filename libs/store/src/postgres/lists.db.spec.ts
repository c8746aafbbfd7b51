import { randomUUID } from 'node:crypto';
import { changed, type World } from '@moot/runner';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { planOf, runOf } from '../contract/plan.ts';
import { testDatabase } from '../testing/index.ts';
import { openDatabase } from './database.ts';
import { importDataset } from './import.ts';
import { listExperiments, listJudges, listRuns, progressOf, spentIn } from './lists.ts';
import type { Means } from './means.ts';
import { questionsOf } from './questions.ts';
import { showRun } from './show.ts';
import { startExperiment } from './start.ts';
import { postgresWorld } from './world.ts';

let means: Means;
let world: World;
let questionId: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  means = { database: openDatabase(made.url), openTable: openParley, ids: randomUUID, clock: () => new Date(1000) };
  world = postgresWorld(means);
  await importDataset(means, { name: 'facts', format: 'csv' }, { rows: oneQuestion() });
  questionId = (await questionsOf(means.database, 'facts'))?.[0]?.id ?? '';
});
afterAll(async () => {
  await means.database.$disconnect();
  await drop();
});

async function* oneQuestion() {
  yield await Promise.resolve({
    kind: 'question',
    key: 'q',
    prompt: 'Which?',
    options: ['this', 'that'],
    truth: 1,
  } as const);
}

const begin = (name: string, ...runs: readonly ReturnType<typeof runOf>[]) =>
  startExperiment(means, planOf(name, runs), `name: ${name}`);
const judge = { seat: 'judge', version: 1, by: 'person:ada' } as const;
const prior = { ...judge, kind: 'belief', at: 'round 0', said: { belief: [0.3, 0.7] } } as const;
const speech = (seat: string) =>
  ({ seat, kind: 'speech', at: 'round 1', version: 1, by: 'model:m', said: { text: 'a\0b' } }) as const;
const verdict = { ...judge, kind: 'verdict', at: 'end', said: { belief: [0, 1], reason: 'so \uD800' } } as const;

async function play(run: string, ...moves: readonly Parameters<typeof changed>[1][]): Promise<void> {
  for (const said of moves) expect(await world.extend(run, (now) => changed(now, said))).toMatchObject({ ok: true });
}

it('starts an experiment once under its name', async () => {
  expect(await begin('twice', runOf('t1', { questionId }))).toMatchObject({ ok: true });
  expect(await begin('twice', runOf('t2', { questionId }))).toEqual({
    ok: false,
    why: 'an experiment named twice was started on 1970-01-01 00:00 UTC; give this one another name',
  });
  expect(await world.run('t2')).toBeUndefined();
});

it('starts nothing when a part of it cannot be started', async () => {
  await expect(begin('torn', runOf('u1', { questionId }), runOf('u2', { questionId: 'nowhere' }))).rejects.toThrow();
  expect(await world.run('u1')).toBeUndefined();
  expect(await progressOf(means.database, 'torn')).toBeUndefined();
});

it('says how far each run is', async () => {
  const ids = ['ended', 'failed', 'waiting', 'running', 'passed'];
  await begin('pilot', ...ids.map((id) => runOf(id, { questionId })));
  for (const id of ids.slice(0, 2)) await play(id, prior);
  for (const id of ids.slice(3)) await play(id, prior);
  await play('ended', speech('A'), speech('B'), verdict);
  for (const run of ['failed', 'passed'])
    await world.fail(
      { run, seat: 'A', kind: 'speech', at: 'round 1', version: 1 },
      { cause: 'refusal', words: 'it will not' },
    );
  await play('passed', {
    seat: 'A',
    kind: 'speech',
    at: 'round 1',
    version: 1,
    by: 'person:grace',
    passed: 'it will not',
  });

  expect(await progressOf(means.database, 'pilot')).toEqual({
    runs: 5,
    ended: 1,
    failed: 1,
    waiting: 1,
    running: 2,
    moves: 8,
  });
  expect(await listExperiments(means.database)).toMatchObject([
    { name: 'pilot', runs: 5 },
    { name: 'twice', waiting: 1 },
  ]);
  const runs = await listRuns(means.database, 'pilot');
  expect(Object.fromEntries(runs.map(({ id, state }) => [id, state]))).toEqual({
    ...Object.fromEntries(ids.map((id) => [id, id])),
    passed: 'running',
  });
  expect(runs.find(({ id }) => id === 'waiting')).toMatchObject({
    awaits: ['judge'],
    question: 'q',
    arm: 'only',
    moves: 0,
  });
  expect(await listJudges(means.database)).toMatchObject([{ judge: 'ada', kind: 'person', verdicts: 1, abstained: 0 }]);
});

it('shows one run whole, with text that Postgres refuses made good', async () => {
  await begin('shown', runOf('shown', { questionId }));
  await play('shown', prior, speech('A'));
  const turn = { run: 'shown', seat: 'B', kind: 'speech', at: 'round 1', version: 1 };
  await world.keepCall({
    ...{
      turn,
      part: 'move',
      attempt: 1,
      model: 'openai/small',
      messages: [{ role: 'user', content: 'a\0' }],
      promptHash: 'h',
      status: 'ok',
    },
    ...{
      text: '\0',
      ms: 10,
      sent: { stop: '\uDC00' },
      simulated: true,
      costUsd: 0.25,
      usage: { promptTokens: 1, replyTokens: 2 },
    },
  });
  await world.fail(turn, { cause: 'fault', words: 'no\0' });

  const shown = await showRun(means.database, 'shown');
  expect(shown).toMatchObject({
    experiment: 'shown',
    protocol: 'parley',
    question: 'q',
    truth: 1,
    state: 'failed',
    moves: [
      { kind: 'belief', belief: [0.3, 0.7] },
      { kind: 'speech', text: 'a\uFFFDb', madeAt: new Date(1000) },
    ],
    calls: [{ seat: 'B', attempt: 1, status: 'ok', costUsd: 0.25, simulated: true }],
    failures: [{ cause: 'fault', words: 'no\uFFFD', settledAt: null }],
  });
  expect((await world.calls(turn)).calls).toMatchObject([{ text: '\uFFFD', messages: [{ content: 'a\uFFFD' }] }]);
  expect(await spentIn(means.database, 'shown')).toEqual({ calls: 1, usd: 0.25 });
  expect(await showRun(means.database, 'nobody')).toBeUndefined();
});

it('marks the seat of a player that turns out to be simulated, and when the run began', async () => {
  await begin('marked', runOf('marked', { questionId }));
  const turn = { run: 'marked', seat: 'A', kind: 'speech', at: 'round 1', version: 1 };
  const call = {
    turn,
    part: 'move',
    model: 'openai/small',
    messages: [],
    promptHash: 'h',
    status: 'ok',
    text: '',
    ms: 400,
    sent: {},
  } as const;
  await world.keepCall({ ...call, attempt: 1, simulated: false });
  const seats = async () => (await means.database.run.findUniqueOrThrow({ where: { id: 'marked' } })).simulatedSeats;
  expect(await seats()).toEqual([]);
  await world.keepCall({ ...call, attempt: 2, simulated: true });
  await world.keepCall({ ...call, attempt: 3, simulated: true });
  expect(await seats()).toEqual(['A']);
  expect((await showRun(means.database, 'marked'))?.startedAt).toEqual(new Date(600));
});

it('takes a move that is there against its expectation for the move of somebody else', async () => {
  await begin('doubled', runOf('doubled', { questionId }));
  await world.run('doubled');
  const { said: body, ...turn } = prior;
  await means.database.move.create({
    data: { runId: 'doubled', seq: 0, ...turn, body: { ...body, belief: [0.5, 0.5] }, rests: [], madeAt: new Date(0) },
  });
  expect(await world.extend('doubled', (now) => changed(now, prior))).toEqual({ ok: false, why: 'not-open' });
});

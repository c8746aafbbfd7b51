import { randomUUID } from 'node:crypto';
import type { TurnRef } from '@moot/runner';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { planOf, runOf } from '../contract/plan.ts';
import { promised } from '../jobs/testing/promised.ts';
import { work } from '../jobs/work.ts';
import { openDatabase } from '../postgres/database.ts';
import type { Means } from '../postgres/means.ts';
import { startExperiment } from '../postgres/start.ts';
import { postgresWorld, type PostgresWorld } from '../postgres/world.ts';
import { testDatabase } from '../testing/index.ts';
import { deadlineOf, startClock, startedIn, type Ended } from './deadlines.ts';
import { keepSubmission, submissionsIn, takeBack } from './submissions.ts';

let url: string;
let means: Means;
let world: PostgresWorld;
let drop: () => Promise<void>;
/** How far the clock was moved, in ms. */
let moved = 0;
let turn: TurnRef;
let runs = 0;

beforeAll(async () => {
  const made = await testDatabase();
  ({ url, drop } = made);
  const clock = () => new Date(Date.now() + moved);
  means = { database: openDatabase(url), openTable: openParley, ids: randomUUID, clock };
  world = postgresWorld(means);
  const { database } = means;
  await database.dataset.create({ data: { id: 'facts', name: 'facts', format: 'csv', createdAt: new Date() } });
  await database.question.create({
    data: { id: 'question 1', datasetId: 'facts', key: '1', prompt: 'Which?', options: ['this', 'that'], truth: 1 },
  });
});
afterAll(async () => {
  await means.database.$disconnect();
  await drop();
});
beforeEach(async () => {
  moved = 0;
  const run = `run${++runs}`;
  const started = await startExperiment(means, planOf(run, [runOf(run)]), 'name: limits');
  if (!started.ok) throw new Error(started.why);
  turn = { run, seat: 'judge', kind: 'belief', at: 'round 0', version: 1 };
});

const start = () => startClock(means, { turn, by: 'ada', seconds: 60 });
const submit = (id: string = randomUUID(), undoMs = 5000) =>
  keepSubmission(means, { id, turn, by: 'ada', said: { belief: [0.25, 0.75] }, trace: {}, undoMs });
const judged = async () => (await world.run(turn.run))?.table.moves ?? [];
const jobs = () =>
  means.database.$queryRaw<{ readonly run_at: Date }[]>`
    select run_at from graphile_worker.jobs where task_identifier = 'out of time' and key like ${`% ${turn.run} %`}`;

describe('the clock of a turn', () => {
  it('starts with the first showing; a refresh and a second tab change nothing', async () => {
    expect(await deadlineOf(means.database, turn)).toBeUndefined();
    const [first, tab] = await Promise.all([start(), start()]);
    moved = 30_000;
    expect([tab, await start()]).toEqual([first, first]);
    expect(first.dueAt.getTime() - first.shownAt.getTime()).toBe(60_000);
    expect(await startedIn(means.database, turn.run)).toEqual([
      { seat: 'judge', kind: 'belief', at: 'round 0', version: 1 },
    ]);
    expect(await jobs()).toEqual([{ run_at: new Date(first.dueAt.getTime() + 5000) }]);
  });
});

describe('a turn whose time is over', () => {
  it('is passed for its judge, with the reason, once', async () => {
    await start();
    expect([await world.end(turn), await world.end(turn)]).toEqual<readonly Ended[]>(['passed', 'closed']);
    expect(await judged()).toMatchObject([{ kind: 'belief', by: 'person:ada', passed: 'out of time' }]);
  });

  it('has as its move what waits in it', async () => {
    await start();
    await submit();
    expect(await world.end(turn)).toBe('given');
    expect(await judged()).toMatchObject([{ by: 'person:ada', belief: [0.25, 0.75] }]);
  });

  it('is passed where what was submitted was taken back', async () => {
    await start();
    const id = randomUUID();
    await submit(id);
    await takeBack(means, id, { run: turn.run, by: 'ada' });
    expect(await world.end(turn)).toBe('passed');
  });

  it('is ended by any worker, also one that starts days later', async () => {
    moved = -3 * 86_400_000;
    await start();
    const ended = promised<Ended>();
    const end = async (late: TurnRef) => ended.resolve(await world.end(late));
    const working = await work({ databaseUrl: url, concurrency: 1, take: () => Promise.resolve(), end });
    expect(await ended.promise).toBe('passed');
    await working.stop();
    expect(await jobs()).toEqual([]);
  });
});

describe('a submission in a turn with a limit', () => {
  it('can be taken back no longer than there is time', async () => {
    const { dueAt } = await start();
    const saved = await submit(randomUUID(), 600_000);
    expect(saved).toMatchObject({ ok: true, submitted: { fixedAt: dueAt } });
    moved = 61_000;
    const id = saved.ok ? saved.submitted.id : '';
    expect(await takeBack(means, id, { run: turn.run, by: 'ada' })).toMatchObject({ outcome: null });
  });

  it('is taken for a few seconds after the end, in which it may have been on its way', async () => {
    await start();
    moved = 64_000;
    expect(await submit()).toMatchObject({ ok: true });
  });

  it('is refused later, and nothing of it is kept; what was kept before stays', async () => {
    const { dueAt } = await start();
    const id = randomUUID();
    const saved = await submit(id);
    moved = 66_000;
    expect(await submit()).toEqual({ ok: false, why: 'late', dueAt });
    expect(await submit(id)).toEqual(saved);
    expect(await submissionsIn(means.database, turn.run, 'judge')).toHaveLength(1);
  });
});

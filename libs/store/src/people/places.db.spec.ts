import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openParley } from '../contract/parley.ts';
import { planOf, runOf } from '../contract/plan.ts';
import { openDatabase } from '../postgres/database.ts';
import type { Means } from '../postgres/means.ts';
import { startExperiment } from '../postgres/start.ts';
import { testDatabase } from '../testing/index.ts';
import { keepInvitations, placesIn, revokeInvitation } from './invitations.ts';
import { takePlace } from './places.ts';

let means: Means;
let drop: () => Promise<void>;
let experiment: string;
let experiments = 0;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  means = { database: openDatabase(made.url), openTable: openParley, ids: randomUUID, clock: () => new Date(1000) };
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
beforeEach(() => {
  experiment = `e${++experiments}`;
});

/** An experiment with so many places, and so many invitations to it. */
async function open(places: number, judges: number): Promise<readonly string[]> {
  const runs = Array.from({ length: places }, (_, slot) =>
    runOf(`${experiment}-${slot}`, { judge: { kind: 'person', slot } }),
  );
  const started = await startExperiment(means, planOf(experiment, runs), `name: ${experiment}`);
  if (!started.ok) throw new Error(started.why);
  const ids = Array.from({ length: judges }, (_, i) => `${experiment} invitation ${i}`);
  const rows = ids.map((id) => ({ id, label: id, secretHash: 'hash' }));
  expect(await keepInvitations(means, { experiment, by: 'rita' }, rows)).toBe(true);
  return ids;
}

it('gives a hundred judges who come at once one place each, and tells the next that there is none', async () => {
  const ids = await open(100, 101);
  const taken = await Promise.all(ids.map((id) => takePlace(means, id)));
  const judges = taken.flatMap((each) => (each.ok ? each.judge : []));
  expect(new Set(judges)).toEqual(new Set(Array.from({ length: 100 }, (_, i) => `${experiment}/judge-${i + 1}`)));
  expect(judges).toHaveLength(100);
  expect(taken.filter(({ ok }) => !ok)).toEqual([{ ok: false, why: 'full' }]);
  expect(await placesIn(means.database, experiment)).toEqual({ total: 100, taken: 100, invited: 101 });
});

it('gives the same place again to whoever has one, also when they ask many times at once', async () => {
  const [id = ''] = await open(3, 1);
  const taken = await Promise.all(Array.from({ length: 10 }, () => takePlace(means, id)));
  expect(taken).toEqual(taken.map(() => ({ ok: true, judge: `${experiment}/judge-1` })));
  expect(await placesIn(means.database, experiment)).toMatchObject({ taken: 1 });
});

it('gives none to an invitation that was revoked or never made, and leaves to others what one that is revoked later has not begun', async () => {
  const [first = '', second = ''] = await open(2, 2);
  await revokeInvitation(means, first, 'rita');
  for (const id of [first, 'nobody’s']) expect(await takePlace(means, id)).toEqual({ ok: false, why: 'revoked' });
  expect(await takePlace(means, second)).toMatchObject({ ok: true });
  expect(await revokeInvitation(means, second, 'rita')).toBe(true);
  expect(await revokeInvitation(means, second, 'rita')).toBe(false);
  expect(await placesIn(means.database, experiment)).toEqual({ total: 2, taken: 0, invited: 0 });
});

it('keeps no invitations to an experiment that is not there', async () => {
  expect(await keepInvitations(means, { experiment: 'none', by: 'rita' }, [])).toBe(false);
});

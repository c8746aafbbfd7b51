import { randomUUID } from 'node:crypto';
import { openParley } from '../contract/parley.ts';
import type { Subject } from '../contract/bench.ts';
import { worldContract } from '../contract/world.ts';
import { testDatabase } from '../testing/index.ts';
import type { DerivedRow } from '../memory/world.ts';
import { openDatabase, type Database } from './database.ts';
import { startExperiment } from './start.ts';
import { postgresWorld } from './world.ts';

worldContract('in Postgres', async (): Promise<Subject> => {
  const { url, drop } = await testDatabase();
  const [database, another] = [openDatabase(url), openDatabase(url)];
  const means = { database, openTable: openParley, ids: randomUUID, clock: () => new Date() };
  const told: string[] = [];
  await database.dataset.create({ data: { id: 'facts', name: 'facts', format: 'csv', createdAt: new Date() } });
  await database.question.create({
    data: { id: 'question 1', datasetId: 'facts', key: '1', prompt: 'Which?', options: ['this', 'that'], truth: 1 },
  });

  return {
    told,
    world: postgresWorld(means, { changed: (run, seq) => void told.push(`${run} ${seq}`) }),
    elsewhere: () => postgresWorld({ ...means, database: another }),
    async start(plan) {
      const started = await startExperiment(means, plan, 'name: contract');
      if (!started.ok) throw new Error(started.why);
    },
    jobs: () => jobsIn(database),
    derived: (run) => derivedIn(database, run),
    async close() {
      await Promise.all([database.$disconnect(), another.$disconnect()]);
      await drop();
    },
  };
});

async function jobsIn(database: Database): Promise<readonly string[]> {
  const rows = await database.$queryRaw<{ readonly key: string }[]>`select key from graphile_worker.jobs order by id`;
  return rows.map(({ key }) => key);
}

async function derivedIn(database: Database, runId: string): Promise<readonly DerivedRow[]> {
  const beliefs = await database.belief.findMany({ where: { runId } });
  const verdicts = await database.verdict.findMany({ where: { runId } });
  const shared = (row: (typeof beliefs)[number] | (typeof verdicts)[number]) => ({
    seq: row.seq,
    judge: row.judge,
    judgeKind: row.judgeKind === 'person' ? ('person' as const) : ('simulated' as const),
    belief: row.belief.map(Number),
    ...(row.passed !== null && { passed: row.passed }),
    ...(row.staleSince !== null && { staleSince: row.staleSince }),
  });
  return [
    ...beliefs.map((row) => ({ kind: 'belief' as const, ...shared(row) })),
    ...verdicts.map((row) => ({
      kind: 'verdict' as const,
      ...shared(row),
      top: row.top,
      initial: row.initial.map(Number),
      rounds: row.rounds,
      ...(row.judgeModel !== null && { judgeModel: row.judgeModel }),
      ...(row.reason !== null && { reason: row.reason }),
    })),
  ].sort((a, b) => a.seq - b.seq);
}

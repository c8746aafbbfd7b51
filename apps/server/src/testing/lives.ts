import type { Simulator } from '@moot/simulator';
import type { Laboratory } from './laboratory.ts';
import { keptPrompts } from './kept-calls.ts';
import { until } from './until.ts';
import type { WorkerProcess, Workers } from './worker-process.ts';

/** What a worker process asked for in its life, and what was committed before it began and after it was gone. */
export interface Life {
  /** From the start of the process to its first call, in ms. */
  readonly resumedMs: number;
  /** The prompts that it sent, in order. */
  readonly asked: readonly string[];
  readonly keptBefore: readonly string[];
  readonly keptAfter: readonly string[];
  /** The calls that were begun and not yet committed when it ended. */
  readonly inFlight: readonly string[];
}

export interface Living {
  readonly laboratory: Laboratory;
  readonly simulator: Simulator;
  readonly workers: Workers;
  /** How many turns it takes at once. */
  readonly atOnce: number;
}

/** Starts a worker, lets it live until `end` has ended it, and gives its life. */
export async function live(
  { laboratory, simulator, workers, atOnce }: Living,
  end: (worker: WorkerProcess, calls: () => number) => Promise<unknown>,
): Promise<Life> {
  const { database } = laboratory.engine.means;
  const before = simulator.count();
  const keptBefore = await keptPrompts(database);
  const since = performance.now();
  const worker = workers.start(named(laboratory.environment), atOnce);
  await until(() => simulator.count() > before || hasEnded(worker), 2);
  const resumedMs = performance.now() - since;

  await end(worker, () => simulator.count() - before);
  await until(() => simulator.stats().running === 0);
  // What had reached the database is committed even when whoever sent it is gone.
  await until(async () => (await connections(laboratory)) === 0);
  const keptAfter = await keptPrompts(database);
  const asked = simulator.calls().flatMap(({ number, promptHash }) => (number > before ? [promptHash] : []));
  return { resumedMs, asked, keptBefore, keptAfter, inFlight: asked.filter((prompt) => !keptAfter.includes(prompt)) };
}

function hasEnded(worker: WorkerProcess): boolean {
  if (worker.hasEnded()) throw new Error(`the worker ended before it asked for anything:\n${worker.said()}`);
  return false;
}

const NAME = 'moot-test-worker';

/** An environment whose connections can be told from others. */
function named(environment: Laboratory['environment']): Laboratory['environment'] {
  const { DATABASE_URL } = environment;
  if (DATABASE_URL === undefined) return environment;
  const url = new URL(DATABASE_URL);
  url.searchParams.set('application_name', NAME);
  return { ...environment, DATABASE_URL: url.href };
}

async function connections({ engine }: Laboratory): Promise<number> {
  const [found] = await engine.means.database.$queryRaw<{ readonly count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = ${NAME}`;
  return found?.count ?? 0;
}

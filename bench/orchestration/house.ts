import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { endpointsFrom, models } from '@moot/agents';
import type { Ask } from '@moot/runner';
import { importQuestions, keyFileOf, openEngine, readSettings, type Engine, type Settings } from '@moot/server';

/** All that a run needs: an engine with made-up questions in its database, and models that are simulated in another process. */
export interface House {
  readonly engine: Engine;
  /** A new client for the models, as a worker has one. */
  models(): Ask;
}

/** The data set that every house has. */
export const DATASET = 'worlds';

export interface HouseSettings {
  readonly questions: number;
  readonly concurrency: number;
  /** An empty database, instead of an embedded PostgreSQL of one's own. */
  readonly databaseUrl?: string;
}

/** Does something in a house of its own in the temporary files, and removes all of it. */
export async function inHouse<X>(given: HouseSettings, act: (house: House) => Promise<X>): Promise<X> {
  const folder = await mkdtemp(join(tmpdir(), 'moot-bench-'));
  // Run by root, PostgreSQL is another user.
  await chmod(folder, 0o755);
  const simulator = await simulatorWith(keyFileOf(settingsFor(folder, given)));
  try {
    const settings = settingsFor(folder, given, simulator.url);
    return await withEngine(settings, async (engine) => {
      await furnish(engine, given);
      return act({ engine, models: () => modelsAt(simulator.url) });
    });
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function settingsFor(folder: string, { concurrency, databaseUrl }: HouseSettings, simulator?: string): Settings {
  const variables = {
    MOOT_DATA: 'data',
    WORKER_CONCURRENCY: String(concurrency),
    DATABASE_URL: databaseUrl,
    MOOT_SIMULATOR_URL: simulator,
  };
  const read = readSettings(variables, folder);
  if (read.ok) return read.settings;
  throw new Error(read.faults.join('\n'));
}

/** Does something with an engine, which is closed then, also when the program is interrupted. */
export async function withEngine<X>(settings: Settings, act: (engine: Engine) => Promise<X>): Promise<X> {
  const opening = openEngine(settings);
  const leave = () => void opening.then(left).finally(() => process.exit(INTERRUPTED));
  for (const signal of SIGNALS) process.once(signal, leave);
  const engine = await opening;
  try {
    return await act(engine);
  } finally {
    for (const signal of SIGNALS) process.off(signal, leave);
    await engine.close();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function left(engine: Engine): Promise<void> {
  await engine.close();
  await rm(dirname(engine.settings.folder), { recursive: true, force: true });
}

/** What a shell gives for a program that was interrupted. */
const INTERRUPTED = 130;

async function furnish(engine: Engine, { questions }: HouseSettings): Promise<void> {
  const { refused } = await importQuestions(engine, {
    name: DATASET,
    format: 'worlds',
    path: `seed=1,count=${questions}`,
  });
  if (refused.length > 0) throw new Error(refused.map(({ why }) => why).join('\n'));
}

async function simulatorWith(keyFile: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'simulator-process.ts'), [keyFile], { execArgv: [] });
  const ended = once(child, 'exit').then(([code]) => String(code));
  const url = await Promise.race([
    once(child, 'message').then(([message]) => String(message)),
    ended.then((code) => Promise.reject(new Error(`the simulator's process ended with code ${code}`))),
  ]);
  return {
    url,
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function modelsAt(url: string): Ask {
  const read = endpointsFrom({ environment: {}, simulator: url });
  if (!read.ok) throw new Error(read.faults.map(({ why }) => why).join('\n'));
  return models(read.endpoints);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { endpointsFrom, modelNamed, models, promptHash, readReply, type Endpoints } from '@moot/agents';
import { take, type World } from '@moot/runner';
import { startSimulator, type Simulator } from '@moot/simulator';
import { openDatabase, openEmbedded, postgresWorld, work, type Means, type Reader, type Working } from '@moot/store';
import { newId, openTable } from './means.ts';
import { prepareDatabase } from './prepare.ts';
import type { Settings } from './settings.ts';

/** Everything that runs below a screen or a command: the database, the models, and the workers that take turns. */
export interface Engine {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly means: Means;
  readonly world: World;
  /** The role that reads the results, for `moot sql`. */
  readonly reader: Reader;
  /** What is wrong with the name of a model, if anything. */
  readonly modelFault: (model: string) => string | undefined;
  /** Takes turns in this process until it is stopped. */
  work(concurrency?: number): Promise<Working>;
  /** Has something ended when the engine closes, before what was begun earlier. */
  onClose(close: () => Promise<void>): void;
  /** Ends everything that was begun, the database last. */
  close(): Promise<void>;
}

/** What Nest knows the engine by. */
export const ENGINE = Symbol('engine');

/** Opens the database, embedded or not, brings it up to date, and makes the models reachable. */
export async function openEngine(settings: Settings, told?: (line: string) => void): Promise<Engine> {
  const embedded = settings.DATABASE_URL === undefined ? await openEmbedded({ folder: settings.folder }) : undefined;
  const databaseUrl = settings.DATABASE_URL ?? embedded?.url ?? '';
  const closing: (() => Promise<void>)[] = [async () => embedded?.release()];
  try {
    const reader = await prepareDatabase(databaseUrl);
    const database = openDatabase(databaseUrl, {
      connections: Math.min(20, 4 + Math.ceil(settings.WORKER_CONCURRENCY / 2)),
    });
    closing.unshift(() => database.$disconnect());
    const means: Means = { database, openTable, ids: newId, clock: () => new Date() };
    const world = postgresWorld(means);
    const simulator = simulatorFor(settings);
    closing.unshift(() => simulator.close());
    return {
      settings,
      databaseUrl,
      means,
      world,
      reader,
      modelFault: modelFaultIn(await endpointsOf(settings, SOMEWHERE)),
      async work(concurrency = settings.WORKER_CONCURRENCY) {
        const endpoints = await endpointsOf(settings, await simulator.url());
        const ask = models(endpoints);
        const tools = { ask, read: readReply, promptHash, pause: paused };
        const working = await work({
          databaseUrl,
          concurrency,
          take: (turn, signal) => take(turn, world, tools, signal),
          ...(told && { log: told }),
        });
        const stop = once(() => working.stop());
        closing.unshift(stop);
        return { ...working, stop };
      },
      onClose: (close) => void closing.unshift(close),
      close: () => closeAll(closing),
    };
  } catch (thrown) {
    await closeAll(closing);
    throw thrown;
  }
}

/** Stands for the simulator's address where only names are looked up. */
const SOMEWHERE = 'http://127.0.0.1:9/v1';

export const keyFileOf = ({ folder }: Settings): string => join(folder, 'simulator-key.jsonl');

/** A simulator in this process, begun when first asked for, unless one runs elsewhere. */
function simulatorFor(settings: Settings): { url(): Promise<string>; close(): Promise<void> } {
  let begun: Promise<Simulator> | undefined;
  return {
    async url() {
      if (settings.MOOT_SIMULATOR_URL !== undefined) return settings.MOOT_SIMULATOR_URL;
      begun ??= startSimulator({ keyFile: keyFileOf(settings) });
      return (await begun).url;
    },
    close: async () => (await begun)?.close(),
  };
}

/** The endpoints that the settings and `models.yaml` beside the data name. */
export async function endpointsOf({ environment, folder }: Settings, simulator: string): Promise<Endpoints> {
  const file = join(folder, '..', 'models.yaml');
  const text = await readFile(file, 'utf8').catch((cause: unknown) =>
    isMissing(cause) ? undefined : Promise.reject(cause instanceof Error ? cause : new Error(String(cause))),
  );
  const read = endpointsFrom({ environment, simulator }, text === undefined ? undefined : { file, text });
  if (read.ok) return read.endpoints;
  throw new Error(
    read.faults
      .map(
        ({ at, why }) =>
          `${at.file}${at.line === undefined ? '' : `:${at.line}:${at.column ?? 1}`}: ${at.field === undefined ? '' : `${at.field}: `}${why}`,
      )
      .join('\n'),
  );
}

function modelFaultIn(endpoints: Endpoints): Engine['modelFault'] {
  return (model) => {
    const named = modelNamed(endpoints, model);
    return 'unknown' in named ? named.unknown : undefined;
  };
}

async function paused(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}

/** Closes in order, all of it even if a part fails; the first failure is told. */
async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closing.splice(0)) await close().catch((thrown: unknown) => failures.push(thrown));
  if (failures.length > 0) throw failures[0];
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

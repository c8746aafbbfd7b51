import { setTimeout } from 'node:timers/promises';
import { compliance, models, promptHash, readReply, worstCost } from '@moot/agents';
import { take, type Ask, type Listener, type ModelRequest, type Taken, type TurnRef } from '@moot/runner';
import { postgresWorld, work, type Means, type PostgresWorld, type Working } from '@moot/store';
import { closers, once, type Closers } from './closing.ts';
import { meansOf } from './means.ts';
import { endpointsOf, modelBook, simulatorFor, type LazySimulator, type ModelBook } from './models.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store.ts';

/** Everything that runs below a screen or a command: the database, the models, and the workers that take turns. */
export interface Engine extends ModelBook {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly means: Means;
  readonly world: PostgresWorld;
  /** What asks models outside of any run. */
  asking(): Promise<Ask>;
  /** Takes turns in this process until it is stopped. */
  work(concurrency?: number, watching?: Watching): Promise<Working>;
  /** Has something ended when the engine closes, before what was begun earlier. */
  onClose(close: () => Promise<void>): void;
  /** Ends everything that was begun, the database last. */
  close(): Promise<void>;
}

/** Who is told what is asked of models, and what became of each turn. */
export interface Watching {
  readonly asking?: (request: ModelRequest) => void;
  readonly listener?: Listener;
  readonly took?: (turn: TurnRef, taken: Taken) => void;
}

/** What Nest knows the engine by. */
export const ENGINE = Symbol('engine');

/** Is told, in one line, what whoever watches the process should know. */
export type Told = (line: string) => void;

/** Opens the database, embedded or not, brings it up to date, and makes the models reachable. */
export async function openEngine(settings: Settings, told: Told = () => undefined): Promise<Engine> {
  const closing = closers();
  try {
    return await assembled(settings, closing, told);
  } catch (thrown) {
    await closing.close();
    throw thrown;
  }
}

async function assembled(settings: Settings, closing: Closers, told: Told): Promise<Engine> {
  const book = await modelBook(settings);
  const store = await openStore(settings);
  closing.add(() => store.close());
  const { databaseUrl, database } = store;
  const means = meansOf(database);
  const world = postgresWorld(means);
  const simulator = simulatorFor(settings);
  closing.add(() => simulator.close());
  const working = { settings, databaseUrl, world, simulator, told };
  return {
    settings,
    databaseUrl,
    means,
    world,
    ...book,
    asking: async () => models(await endpointsOf(settings, await simulator.url())),
    async work(concurrency = settings.WORKER_CONCURRENCY, watching = {}) {
      const begun = await atWork({ ...working, watching }, concurrency);
      closing.add(begun.stop);
      return begun;
    },
    onClose: closing.add,
    close: closing.close,
  };
}

interface ToWork {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly world: PostgresWorld;
  readonly simulator: LazySimulator;
  readonly told: Told;
  readonly watching: Watching;
}

async function atWork(
  { settings, databaseUrl, world, simulator, told, watching }: ToWork,
  concurrency: number,
): Promise<Working> {
  const endpoints = await endpointsOf(settings, await simulator.url());
  const tools = {
    ask: watched(models(endpoints), watching),
    worstCost: worstCost(endpoints),
    read: readReply,
    promptHash,
    compliance,
    pause: paused,
    ...(watching.listener && { listener: watching.listener }),
  };
  const working = await work({
    databaseUrl,
    concurrency,
    log: told,
    fix: (submission) => world.fix(submission),
    end: (turn) => world.end(turn),
    async take(turn, signal) {
      // Not as an argument: a call that may be left out does not work out its arguments either.
      const taken = await take(turn, world, tools, signal);
      watching.took?.(turn, taken);
    },
  });
  return { ...working, stop: once(() => working.stop()) };
}

function watched(ask: Ask, { asking }: Watching): Ask {
  if (!asking) return ask;
  return (request, follow) => {
    asking(request);
    return ask(request, follow);
  };
}

async function paused(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

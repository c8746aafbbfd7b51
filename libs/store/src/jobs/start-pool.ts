import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { TurnRef } from '@moot/runner';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { END } from '../people/deadlines.ts';
import { FIX } from '../people/fix-job.ts';
import { TASK } from './queue.ts';
import type { Register } from './register.ts';
import { jobKey } from './turn-ref.ts';

/** What a pool of workers needs. */
export interface PoolSettings {
  readonly databaseUrl: string;
  readonly concurrency: number;
  readonly take: (turn: TurnRef, signal: AbortSignal) => Promise<unknown>;
  readonly fix?: (submission: string) => Promise<unknown>;
  readonly end?: (turn: TurnRef) => Promise<unknown>;
  /** Says when turns that are being taken have to come to an end. */
  readonly signal: AbortSignal;
  readonly register: Register;
  readonly log: (line: string) => void;
}

/** A pool of workers that takes jobs from the queue. */
export interface Pool {
  /** Resolves when the pool takes no more jobs, because it was closed or because it broke off. */
  readonly ended: Promise<void>;
  /** Takes no more jobs, lets those that are being taken come to an end, and gives up what it has locked. */
  close(): Promise<void>;
}

/** Starts a pool. It is in the register before it locks its first job. */
export async function startPool(settings: PoolSettings): Promise<Pool> {
  const { concurrency, register, log } = settings;
  const connections = connectionsFor(settings);
  const active = new Set<Promise<void>>();
  const events: WorkerEvents = new EventEmitter();
  const ended = new Promise<void>((resolve) => void events.once('pool:gracefulShutdown', () => resolve()));
  events.on('pool:gracefulShutdown', forgiveExitCode);
  let id: string | undefined;

  const runner = await run({
    noHandleSignals: true,
    crontab: '',
    pgPool: connections,
    taskList: {
      [TASK]: (payload: unknown) => tracked(active, taken(settings, payload)),
      ...(settings.fix && { [FIX]: (payload: unknown) => tracked(active, fixed(settings, payload)) }),
      ...(settings.end && { [END]: (payload: unknown) => tracked(active, timedOut(settings, payload)) }),
    },
    preset: {
      plugins: [entering((poolId) => register.join((id = poolId)))],
      worker: { ...ENDS_ARE_WAITED_FOR, concurrentJobs: concurrency, events, logger: errorsTo(log) },
    },
  }).catch(async (thrown: unknown) => {
    await connections.end();
    throw thrown;
  });
  runner.promise.catch(() => undefined);

  return {
    ended,
    async close() {
      const stopped = runner.stop().catch(() => undefined);
      await Promise.allSettled(active);
      // A pool that broke off may never come to its end.
      await Promise.race([stopped, delay(WRITING, undefined, { ref: false })]);
      void connections.end();
      if (id !== undefined) await register.leave(id);
    },
  };
}

/**
 * graphile-worker gives the process this exit code when it is notified of a newer version of its tables, and anybody who
 * may query the database can send such a notification.
 */
function forgiveExitCode(): void {
  if (process.exitCode === 57) process.exitCode = undefined;
}

const CONNECTIONS = 10;
/** How long the ends of jobs may take to be written, in ms. */
const WRITING = 3000;

/**
 * Without a delay, even of 0, the end of a job is written by a promise that nobody waits for, and a database that is away
 * would end the process.
 */
const ENDS_ARE_WAITED_FOR = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

const Ref = z.object({ run: z.string(), seat: z.string(), kind: z.string(), at: z.string(), version: z.int() });

/** A job that ends after the signal may have ended because of it: it is not done with, and is taken again. */
async function taken({ take, signal }: PoolSettings, payload: unknown): Promise<void> {
  const turn: TurnRef = Ref.parse(payload);
  await take(turn, signal);
  if (signal.aborted) throw new Error(`the worker was stopped while it took ${jobKey(turn)}`);
}

const Submission = z.object({ submission: z.string() });

async function fixed({ fix }: PoolSettings, payload: unknown): Promise<void> {
  await fix?.(Submission.parse(payload).submission);
}

async function timedOut({ end }: PoolSettings, payload: unknown): Promise<void> {
  await end?.(Ref.parse(payload));
}

function tracked(active: Set<Promise<void>>, job: Promise<void>): Promise<void> {
  active.add(job);
  return job.finally(() => active.delete(job));
}

/** Each worker of a pool waits, before it looks for a job, until the pool is entered in the register. */
function entering(enter: (poolId: string) => Promise<void>): GraphileConfig.Plugin {
  return {
    name: 'MootRegisterPlugin',
    version: '0.1.0',
    worker: { hooks: { startWorker: (_context, { worker }) => enter(worker.workerPool.id) } },
  };
}

function connectionsFor({ databaseUrl, concurrency, log }: PoolSettings): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: Math.min(concurrency + 2, CONNECTIONS) });
  const told = (error: Error) => log(`worker: a connection to the database has broken: ${error.message}`);
  pool.on('error', told);
  pool.on('connect', (client) => void client.on('error', told));
  return pool;
}

function errorsTo(log: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log(`worker: ${message.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  });
}

import type { TurnRef } from '@moot/runner';
import { Logger, run, type JobHelpers } from 'graphile-worker';
import { z } from 'zod';
import { TASK } from './queue.ts';
import type { Register } from './register.ts';
import { jobKey } from './turn-ref.ts';
import type { Work } from './work.ts';

/** A pool of workers that takes jobs from the queue. */
export interface Pool {
  /** Resolves when the pool takes no more jobs, whether it was stopped or broke off. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a pool. It is in the register before it locks its first job. */
export async function startPool(work: Required<Work>, register: Register): Promise<Pool> {
  const { databaseUrl, concurrency, patience, log } = work;
  const runner = await run({
    noHandleSignals: true,
    crontab: '',
    taskList: { [TASK]: (payload: unknown, helpers: JobHelpers) => taken(work, payload, helpers) },
    preset: {
      plugins: [registering(register)],
      worker: {
        connectionString: databaseUrl,
        concurrentJobs: concurrency,
        maxPoolSize: Math.min(concurrency + 2, CONNECTIONS),
        gracefulShutdownAbortTimeout: patience,
        // Without a delay, even of 0, a job's end is written by a promise that nobody waits for: a database that is away
        // would then end the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
        logger: new Logger(() => (level, message) => {
          if (level === 'error') log(`worker: ${firstLine(message)}`);
        }),
      },
    },
  });
  const ended = runner.promise.catch((thrown: unknown) => log(`worker: ${String(thrown)}`));
  return { ended, stop: () => runner.stop().catch(() => ended) };
}

const CONNECTIONS = 10;

const Ref = z.object({ run: z.string(), seat: z.string(), kind: z.string(), at: z.string(), version: z.int() });

/** A job that ends after the signal may have ended because of it: it is not done with, and is taken again. */
async function taken({ take }: Work, payload: unknown, { abortSignal }: JobHelpers): Promise<void> {
  const turn: TurnRef = Ref.parse(payload);
  await take(turn, abortSignal);
  if (abortSignal.aborted) throw new Error(`the worker was stopped while it took ${jobKey(turn)}`);
}

/** Each worker of a pool waits, before it looks for a job, until the pool is in the register. */
function registering(register: Register): GraphileConfig.Plugin {
  return {
    name: 'MootRegisterPlugin',
    version: '0.1.0',
    worker: { hooks: { startWorker: (_context, { worker }) => register.join(worker.workerPool.id) } },
  };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

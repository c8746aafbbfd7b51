import { setTimeout as delay } from 'node:timers/promises';
import type { TurnRef } from '@moot/runner';
import { installQueue } from './queue.ts';
import { openRegister, type Register } from './register.ts';
import { startPool, type Pool } from './start-pool.ts';

/** How a process works on the jobs of the queue. */
export interface Work {
  readonly databaseUrl: string;
  /** Takes a turn. What it throws is tried again later; once the signal is given, it has to come to an end soon. */
  readonly take: (turn: TurnRef, signal: AbortSignal) => Promise<unknown>;
  /** How many turns are taken at once. */
  readonly concurrency: number;
  /** How long stop() lets turns go on before it gives the signal, in ms. */
  readonly patience?: number;
  /** Is told what went wrong, in one line. */
  readonly log?: (line: string) => void;
}

export interface Working {
  /** The name under which this process locks jobs now: another one after the database was away. */
  poolId(): string | undefined;
  /** Takes no more turns, waits for those that are being taken, and leaves to others what could not be finished. */
  stop(): Promise<void>;
}

/**
 * Works on the queue until it is stopped. The jobs of workers that died are freed, and a pool that breaks off because the
 * database went away is followed by another.
 */
export async function work(settings: Work): Promise<Working> {
  const { databaseUrl, patience = PATIENCE, log = () => undefined } = settings;
  await installQueue(databaseUrl);
  const stopping = new AbortController();
  const register = openRegister(databaseUrl, log);
  const start = () => startPool({ ...settings, patience, log }, register);
  const told = (thrown: unknown) => {
    log(`worker: ${String(thrown)}`);
    return undefined;
  };

  await register.freeTheGone();
  const working = keepWorking({ first: await start(), start, register, signal: stopping.signal, told });
  const beating = register.beat(stopping.signal);

  return {
    poolId: () => register.current(),
    async stop() {
      stopping.abort();
      await Promise.race([working, delay(patience + GRACE, undefined, { ref: false })]);
      await beating;
      await register.close();
    },
  };
}

const PATIENCE = 5000;
/** How long a turn may take to end once it was given the signal. */
const GRACE = 5000;
const PAUSE = 500;

interface Keeping {
  readonly first: Pool;
  readonly start: () => Promise<Pool>;
  readonly register: Register;
  readonly signal: AbortSignal;
  readonly told: (thrown: unknown) => undefined;
}

async function keepWorking({ first, start, register, signal, told }: Keeping): Promise<void> {
  const isStopped = () => signal.aborted;
  const stop = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  let pool = first;
  while (!isStopped()) {
    await Promise.race([pool.ended, stop]);
    if (isStopped()) break;
    await register.leave().catch(told);
    await delay(PAUSE, undefined, { signal }).catch(() => undefined);
    if (!isStopped()) pool = (await start().catch(told)) ?? pool;
  }
  await pool.stop().catch(told);
  await register.leave().catch(told);
}

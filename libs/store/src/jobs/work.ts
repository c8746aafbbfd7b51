import { setTimeout as delay } from 'node:timers/promises';
import type { TurnRef } from '@moot/runner';
import { openRegister } from './register.ts';
import type { Pool } from './start-pool.ts';

/** How a process works on the jobs of the queue. */
export interface Work {
  readonly databaseUrl: string;
  /** Takes a turn. What it throws is tried again later; once the signal is given, it has to come to an end soon. */
  readonly take: (turn: TurnRef, signal: AbortSignal) => Promise<unknown>;
  /** Makes a move of what a person submitted; without it, such jobs are left to others. */
  readonly fix?: (submission: string) => Promise<unknown>;
  /** Ends a turn for which a person's time is over; without it, such jobs are left to others. */
  readonly end?: (turn: TurnRef) => Promise<unknown>;
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
 * Works on the queue, which `makeReady` has made, until it is stopped. The jobs of workers that died are freed, and a pool that breaks off because the
 * database went away is followed by another.
 */
export async function work({ patience = 5000, log = () => undefined, ...settings }: Work): Promise<Working> {
  const [stopping, ending, stopped] = [new AbortController(), new AbortController(), new AbortController()];
  const register = openRegister(settings.databaseUrl, log);
  const start = async () => {
    // With graphile-worker, which whoever only reads does without.
    const { startPool } = await import('./start-pool.ts');
    return startPool({ ...settings, register, log, signal: ending.signal });
  };
  const told = (thrown: unknown) => {
    log(`worker: ${String(thrown)}`);
    return undefined;
  };

  await register.freeTheGone();
  const working = keepWorking({ first: await start(), start, signal: stopping.signal, told });
  const beating = register.beat(stopped.signal);

  return {
    poolId: () => register.latest(),
    async stop() {
      stopping.abort();
      const timer = setTimeout(() => ending.abort(), patience);
      await Promise.race([working, delay(patience + GRACE, undefined, { ref: false })]);
      clearTimeout(timer);
      stopped.abort();
      await beating;
      await register.close();
    },
  };
}

/** How long turns may take to end once they were given the signal, and their ends to be written; in ms. */
const GRACE = 8000;
/** How long nothing is tried after a pool broke off, in ms. */
const PAUSE = 1000;

interface Keeping {
  readonly first: Pool;
  readonly start: () => Promise<Pool>;
  readonly signal: AbortSignal;
  readonly told: (thrown: unknown) => undefined;
}

/** One pool after another. What a pool that broke off is still taking comes to its end beside the next one. */
async function keepWorking({ first, start, signal, told }: Keeping): Promise<void> {
  const isStopped = () => signal.aborted;
  const stop = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const closing: Promise<void>[] = [];
  let pool: Pool | undefined = first;
  while (!isStopped()) {
    await Promise.race([pool?.ended, stop]);
    if (isStopped()) break;
    if (pool) closing.push(pool.close().catch(told));
    await delay(PAUSE, undefined, { signal }).catch(() => undefined);
    pool = isStopped() ? undefined : await start().catch(told);
  }
  if (pool) closing.push(pool.close().catch(told));
  await Promise.all(closing);
}

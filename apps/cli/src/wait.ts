import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '@moot/server';
import { hasWorkers, progressOf, type Progress } from '@moot/store';
import type { Output } from './output.ts';
import { progressBar } from './progress-bar.ts';

export interface Waiting {
  readonly output: Output;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  readonly concurrency: number | undefined;
}

/** Waits until every run of an experiment has ended, failed, or waits for people; takes the turns here if nobody else does. */
export async function awaited(
  engine: Engine,
  name: string,
  { output, signal, concurrency }: Waiting,
): Promise<Progress> {
  const working = (await hasWorkers(engine.means.database)) ? undefined : await engine.work(concurrency);
  const bar = progressBar(output);
  try {
    let now = await progress(engine, name);
    while (!isSettled(now) && !signal.aborted) {
      bar.update(now);
      await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
      now = await progress(engine, name);
    }
    bar.update(now);
    return now;
  } finally {
    bar.stop();
    await working?.stop();
    output.remark(signal.aborted ? stopped(name) : inWords(await progress(engine, name)));
  }
}

async function progress({ means }: Engine, name: string): Promise<Progress> {
  const now = await progressOf(means.database, name);
  if (!now) throw new Error(`the experiment ${name} is gone from the database`);
  return now;
}

const POLL_MS = 250;

function isSettled({ runs, ended, failed, waiting }: Progress): boolean {
  return ended + failed + waiting >= runs;
}

function inWords({ runs, ended, failed, waiting }: Progress): string {
  const people = waiting > 0 ? `; ${waiting} wait for people (moot submit, or --people simulated)` : '';
  return `${ended} of ${runs} runs ended${failed > 0 ? `, ${failed} failed` : ''}${people}`;
}

function stopped(name: string): string {
  return `Stopped waiting; what was done is kept. moot worker goes on with it, and moot ls runs ${name} shows how far it is.`;
}

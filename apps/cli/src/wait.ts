import { setTimeout } from 'node:timers/promises';
import type { Engine } from '@moot/server';
import { hasWorkers, progressOf, type Progress } from '@moot/store';
import { SingleBar } from 'cli-progress';
import type { Output } from './output.ts';

export interface Waiting {
  readonly output: Output;
  readonly concurrency?: number;
}

/** Waits until every run of an experiment has ended, failed, or waits for people; takes the turns here if nobody else does. */
export async function awaited(engine: Engine, experiment: string, { output, concurrency }: Waiting): Promise<Progress> {
  const working = (await hasWorkers(engine.means.database)) ? undefined : await engine.work(concurrency);
  const bar = output.isTerminal
    ? new SingleBar({
        format: '{bar} {value}/{total} runs, {failed} failed, {waiting} wait for people',
        hideCursor: true,
      })
    : undefined;
  let now = await progress(engine, experiment);
  bar?.start(now.runs, now.ended, fields(now));
  while (!isSettled(now)) {
    await setTimeout(POLL_MS);
    now = await progress(engine, experiment);
    bar?.update(now.ended, fields(now));
  }
  bar?.stop();
  await working?.stop();
  const people = now.waiting > 0 ? `; ${now.waiting} wait for people (moot submit, or --people simulated)` : '';
  output.remark(`${now.ended} of ${now.runs} runs ended${now.failed > 0 ? `, ${now.failed} failed` : ''}${people}`);
  return now;
}

async function progress({ means }: Engine, experiment: string): Promise<Progress> {
  const now = await progressOf(means.database, experiment);
  if (!now) throw new Error(`the experiment ${experiment} is gone from the database`);
  return now;
}

const POLL_MS = 250;

function isSettled({ runs, ended, failed, waiting }: Progress): boolean {
  return ended + failed + waiting >= runs;
}

function fields({ failed, waiting }: Progress): { readonly failed: number; readonly waiting: number } {
  return { failed, waiting };
}

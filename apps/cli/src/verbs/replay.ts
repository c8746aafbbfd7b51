import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '@moot/server';
import { askedAgain } from '@moot/server/again';
import { hasWorkers, showRun, type ShownJudgment, type ShownRun } from '@moot/store';
import { withEngine } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { shown } from '../text.ts';

export interface ReplayOptions {
  readonly judge: string;
  readonly shown: 'whole' | 'stepped' | 'timed';
  readonly seconds?: number;
  readonly by: string;
  readonly json?: true;
}

/** Has a finished run judged again by a model, waits, and prints what it came to believe. */
export async function replayVerb(id: string, options: ReplayOptions, output: Output): Promise<void> {
  const { judge: model, seconds, by } = options;
  await withEngine(
    async (engine, signal) => {
      const again = await askedAgain(engine, { run: id, model, shown: options.shown, seconds, by });
      if (!again.ok) throw new Error(again.why);
      output.remark(`run ${again.run} in ${again.experiment} / ${shown(again.arm)}`);
      const run = await judged(engine, again.run, signal);
      if (signal.aborted) return;
      const own = run.judgments.find((judgment) => judgment.run === again.run);
      if (run.state !== 'ended' || !own) throw new Error(`run ${again.run}: ${WAITS}`);
      const { experiment, arm } = again;
      output.line(options.json ? json(resultOf(run, own, { experiment, arm })) : inWords(run, own).join('\n'));
    },
    { told: output.remark },
  );
}

const WAITS = 'a turn of it failed: moot show says why; then moot retry or moot pass';

/** The run once it has ended or failed; its turns are taken here if nobody else does. */
async function judged(engine: Engine, id: string, signal: AbortSignal): Promise<ShownRun> {
  const working = (await hasWorkers(engine.means.database)) ? undefined : await engine.work();
  try {
    let run = await shownRun(engine, id);
    while (run.state !== 'ended' && run.state !== 'failed' && !signal.aborted) {
      await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
      run = await shownRun(engine, id);
    }
    return run;
  } finally {
    await working?.stop();
  }
}

async function shownRun({ means }: Engine, id: string): Promise<ShownRun> {
  const run = await showRun(means.database, id);
  if (!run) throw new Error(`run ${id} is gone from the database`);
  return run;
}

const POLL_MS = 250;

function resultOf(run: ShownRun, { belief, judge }: ShownJudgment, place: object): object {
  const { id, judgedRun, judging, options, moves } = run;
  const beliefs = moves.flatMap((move) => ('belief' in move ? [{ at: move.at, belief: move.belief }] : []));
  return { run: id, judgedRun, judging, ...place, judge, options, belief, reason: reasonIn(run) ?? null, beliefs };
}

function inWords(run: ShownRun, { belief, judge }: ShownJudgment): readonly string[] {
  if (!belief) return [`${shown(judge)} gave no verdict`];
  const lines = run.options.map((option, i) => `${percent(belief[i] ?? 0)}  ${shown(option)}`);
  const others = run.judgments.filter((other) => other.run !== run.id && other.belief);
  const reason = reasonIn(run);
  return [
    `${shown(judge)}, ${run.judging}:`,
    ...lines,
    ...(reason === undefined ? [] : [shown(reason)]),
    ...others.map((other) => `before: ${shown(other.judge)}, ${other.judging}: ${percents(other.belief ?? [])}`),
  ];
}

function reasonIn({ moves }: ShownRun): string | undefined {
  const verdict = moves.findLast(({ kind }) => kind === 'verdict');
  return verdict && 'reason' in verdict && typeof verdict.reason === 'string' ? verdict.reason : undefined;
}

function percents(belief: readonly number[]): string {
  return belief.map((p) => percent(p).trim()).join(' / ');
}

function percent(p: number): string {
  return `${Math.round(p * 100)} %`.padStart(5);
}

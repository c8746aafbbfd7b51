import type { Plan } from '@moot/experiment';
import type { Engine } from '@moot/server';
import { draftOf } from '@moot/server/plan';
import { hasWorkers, placesIn, startExperiment } from '@moot/store';
import { comparison } from '../comparison.ts';
import { textOf } from '../file.ts';
import { withEngine } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { faultLine } from '../text.ts';
import { awaited } from '../wait.ts';

export interface RunOptions {
  readonly wait?: true;
  readonly people?: 'simulated';
  readonly concurrency?: number;
  readonly json?: true;
}

/** Checks, freezes and starts an experiment; with `wait`, runs it to its end and compares its arms. */
export async function runVerb(file: string, options: RunOptions, output: Output): Promise<void> {
  const text = await textOf(file);
  await withEngine(
    async (engine, signal) => {
      const { plan, cautions } = await draftedFrom(engine, file, text, options.people ?? 'people');
      const started = await startExperiment(engine.means, plan, text);
      if (!started.ok) throw new Error(`nothing was started: ${file}: ${started.why}`);
      output.remark(begun(plan));
      for (const line of cautions) output.remark(line);
      await (options.wait
        ? waiting(engine, plan.name, { options, output, signal })
        : left(engine, plan, options, output));
    },
    { patience: PATIENCE_MS, told: output.remark },
  );
}

/** How long turns that are being taken may take to end when whoever waits stops waiting. */
const PATIENCE_MS = 15_000;

async function draftedFrom(engine: Engine, file: string, text: string, people: Plan['people']) {
  const drafted = await draftOf(engine, { file, text, people });
  if (!drafted.ok) throw new Error(['nothing was started:', ...drafted.faults.map(faultLine)].join('\n  '));
  return drafted;
}

function begun({ name, runs, arms, file, people }: Plan): string {
  const questions = new Set(runs.map(({ questionId }) => questionId)).size;
  const simulated = people === 'simulated' ? ', people simulated' : '';
  return `${name}: ${runs.length} runs in ${arms.length} arms on ${questions} questions of ${file.questions.dataset}${simulated}`;
}

interface Waiting {
  readonly options: RunOptions;
  readonly output: Output;
  readonly signal: AbortSignal;
}

async function waiting(engine: Engine, name: string, { options, output, signal }: Waiting): Promise<void> {
  const ended = await awaited(engine, name, { output, signal, concurrency: options.concurrency });
  if (signal.aborted) return;
  const compared = await comparison(engine.means.database, name, output.width);
  output.line(options.json ? json({ experiment: name, ...ended, arms: compared.arms }) : compared.text);
  if (ended.failed > 0)
    throw new Error(
      `${ended.failed} runs wait because a turn of theirs failed: moot ls runs ${name} lists them, moot show <run> says why; then moot retry or moot pass`,
    );
}

async function left(engine: Engine, plan: Plan, options: RunOptions, output: Output): Promise<void> {
  if (options.json) output.line(json({ experiment: plan.name, runs: plan.runs.length }));
  const isWorked = await hasWorkers(engine.means.database);
  output.remark(
    isWorked
      ? `It runs in the background: moot ls runs ${plan.name}`
      : 'No worker runs here now. Start one with npm start or moot worker, or say --wait.',
  );
  const { total } = await placesIn(engine.means.database, plan.name);
  if (total > 0)
    output.remark(
      `It waits for ${total} ${total === 1 ? 'person' : 'people'}: moot invite ${plan.name} --judges ${total}`,
    );
}

import { planned, readExperiment, type Plan } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import type { Engine } from '@moot/server';
import { hasWorkers, listDatasets, questionsOf, startExperiment } from '@moot/store';
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
      const plan = await planOf(engine, { file, text }, options.people ?? 'people');
      const started = await startExperiment(engine.means, plan, text);
      if (!started.ok) throw new Error(`nothing was started: ${file}: ${started.why}`);
      output.remark(begun(plan));
      for (const line of await cautions(engine, plan)) output.remark(line);
      await (options.wait
        ? waiting(engine, plan.name, { options, output, signal })
        : left(engine, plan, options, output));
    },
    { patience: PATIENCE_MS, told: output.remark },
  );
}

/** How long turns that are being taken may take to end when whoever waits stops waiting. */
const PATIENCE_MS = 15_000;

interface Written {
  readonly file: string;
  readonly text: string;
}

async function planOf(engine: Engine, { file, text }: Written, people: Plan['people']): Promise<Plan> {
  const { database } = engine.means;
  const datasets = (await listDatasets(database)).map(({ name }) => name);
  const read = readExperiment(text, file, { protocols, datasets, modelFault: engine.modelFault });
  if (!read.ok) throw new Error(['nothing was started:', ...read.faults.map(faultLine)].join('\n  '));
  const questions = (await questionsOf(database, read.file.questions.dataset)) ?? [];
  const result = planned({ file: read.file, questions, protocols, people });
  if (!result.ok) throw new Error(`nothing was started: ${faultLine({ at: { file }, why: result.why })}`);
  return result.plan;
}

function begun({ name, runs, arms, file, people }: Plan): string {
  const questions = new Set(runs.map(({ questionId }) => questionId)).size;
  const simulated = people === 'simulated' ? ', people simulated' : '';
  return `${name}: ${runs.length} runs in ${arms.length} arms on ${questions} questions of ${file.questions.dataset}${simulated}`;
}

/** What would make numbers of real models something else: a simulator in their place. */
async function cautions(engine: Engine, { runs, file }: Plan): Promise<readonly string[]> {
  const sitters = runs.flatMap(({ seats }) => Object.values(seats));
  const models = [...new Set(sitters.flatMap((sitter) => (sitter.kind === 'model' ? sitter.model : [])))];
  const unpriced = file.caps.usd === undefined ? [] : models.filter(engine.isUnpriced);
  return [
    ...(unpriced.length === 0
      ? []
      : [
          `caps.usd cannot hold ${unpriced.join(', ')}: models.yaml has no price for it. caps.calls holds every model.`,
        ]),
    ...(await aboutEndpoints(engine, models)),
  ];
}

async function aboutEndpoints({ isSimulated, means }: Engine, models: readonly string[]): Promise<readonly string[]> {
  const real = models.filter((model) => !model.startsWith('sim/'));
  const played = real.filter(isSimulated);
  if (played.length > 0)
    return [`The simulator plays ${played.join(', ')}: neither OPENAI_API_KEY nor OPENAI_BASE_URL is set.`];
  return real.length > 0 && (await hasWorkers(means.database))
    ? ['Workers that run already take the turns, with the endpoints and keys that they were started with.']
    : [];
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
}

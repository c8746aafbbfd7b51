import { readFile } from 'node:fs/promises';
import { planned, readExperiment, type Plan } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import type { Engine } from '@moot/server';
import { hasWorkers, listDatasets, questionsOf, startExperiment } from '@moot/store';
import { comparison } from '../comparison.ts';
import { json, type Output } from '../output.ts';
import { faultLine } from '../text.ts';
import { awaited } from '../wait.ts';
import { withEngine } from '../with-engine.ts';

export interface RunOptions {
  readonly wait?: true;
  readonly people?: 'simulated';
  readonly concurrency?: number;
  readonly json?: true;
}

/** Checks, freezes and starts an experiment; with `wait`, runs it to its end and compares its arms. */
export async function runVerb(file: string, options: RunOptions, output: Output): Promise<void> {
  const text = await textOf(file);
  await withEngine(async (engine) => {
    const plan = await planOf(engine, { file, text }, options.people ?? 'people');
    const started = await startExperiment(engine.means, plan, text);
    if (!started.ok) throw new Error(`${file}: ${started.why}`);
    output.remark(begun(plan));
    if (!options.wait) return notWaiting(engine, plan, options, output);
    const ended = await awaited(engine, plan.name, {
      output,
      ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    });
    const compared = await comparison(engine, plan.name);
    output.line(options.json ? json({ ...ended, arms: compared.arms }) : compared.text);
    if (ended.failed > 0)
      throw new Error(
        `${ended.failed} runs wait because a turn of theirs failed: see moot ls runs ${plan.name}, then moot retry or moot pass`,
      );
  });
}

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
  if (!result.ok) throw new Error(`nothing was started: ${file}: ${result.why}`);
  return result.plan;
}

function begun({ name, runs, arms, file, people }: Plan): string {
  return `${name}: ${runs.length} runs in ${arms.length} arms on ${countOf(runs)} questions of ${file.questions.dataset}${people === 'simulated' ? ', people simulated' : ''}`;
}

function countOf(runs: Plan['runs']): number {
  return new Set(runs.map(({ questionId }) => questionId)).size;
}

async function notWaiting(engine: Engine, plan: Plan, options: RunOptions, output: Output): Promise<void> {
  if (options.json) output.line(json({ experiment: plan.name, runs: plan.runs.length }));
  const isWorked = await hasWorkers(engine.means.database);
  output.remark(
    isWorked
      ? `It runs in the background: moot ls runs ${plan.name}`
      : 'No worker runs here now. Start one with npm start or moot worker, or say --wait.',
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

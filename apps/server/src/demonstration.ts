import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { planned, readExperiment } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { ownFolder } from '@moot/datasets';
import { questionsOf, startExperiment } from '@moot/store';
import type { Engine } from './engine.ts';
import { importQuestions } from './import.ts';
import { DEMONSTRATION } from './untouched.ts';

/** Seeds an untouched database with the shipped questions and an experiment with simulated players, so that there is something to see. */
export async function seedDemonstration(engine: Engine, say: (line: string) => void): Promise<void> {
  const { database } = engine.means;
  const imported = await importQuestions(engine, {
    name: DEMONSTRATION,
    format: 'jsonl',
    path: ownFolder,
    licence: 'CC BY 4.0',
  });
  if (imported.refused.length > 0)
    throw new Error(`the shipped questions cannot be read: ${imported.refused.map(({ why }) => why).join('; ')}`);
  const file = fileURLToPath(new URL('../experiments/demo.yaml', import.meta.url));
  const text = await readFile(file, 'utf8');
  const read = readExperiment(text, file, { protocols, datasets: [DEMONSTRATION], modelFault: engine.modelFault });
  if (!read.ok) throw new Error(`the demonstration cannot be read: ${read.faults.map(({ why }) => why).join('; ')}`);
  const plan = planned({
    file: read.file,
    questions: (await questionsOf(database, DEMONSTRATION)) ?? [],
    protocols,
    people: 'simulated',
  });
  if (!plan.ok) throw new Error(`the demonstration does not fit: ${plan.why}`);
  const started = await startExperiment(engine.means, plan.plan, text);
  if (started.ok)
    say(`The demonstration "${plan.plan.name}" has begun: ${plan.plan.runs.length} runs by simulated players.`);
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ownFolder } from '@moot/datasets';
import { startExperiment } from '@moot/store';
import type { Engine } from './engine.ts';
import { draftOf } from './experiments/plan.ts';
import { importQuestions } from './import.ts';
import { DEMONSTRATION } from './untouched.ts';

/** Seeds an untouched database with the shipped questions and an experiment with simulated players, so that there is something to see. */
export async function seedDemonstration(engine: Engine, say: (line: string) => void): Promise<void> {
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
  const drafted = await draftOf(engine, { file, text, people: 'simulated' });
  if (!drafted.ok)
    throw new Error(`the demonstration cannot be started: ${drafted.faults.map(({ why }) => why).join('; ')}`);
  const { plan } = drafted;
  const started = await startExperiment(engine.means, plan, text);
  if (started.ok) say(`The demonstration "${plan.name}" has begun: ${plan.runs.length} runs by simulated players.`);
}

import { ExperimentFile, planned, type Plan } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { progressOf, questionsOf, startExperiment } from '@moot/store';
import { DATASET, type House } from './house.ts';

/** What is run: so many questions, each once through one arm. */
export interface ToRun {
  readonly questions: number;
  readonly arm: ExperimentFile['arms'][string];
}

/** Plans an experiment under a name that no other has. */
export async function planFor({ engine }: House, { questions, arm }: ToRun): Promise<Plan> {
  const file = ExperimentFile.parse({
    name: engine.means.ids(),
    seed: 1,
    questions: { dataset: DATASET, sample: questions, perSource: questions },
    arms: { only: arm },
  });
  const asked = (await questionsOf(engine.means.database, DATASET)) ?? [];
  const result = planned({ file, questions: asked, protocols, people: 'simulated' });
  if (!result.ok) throw new Error(result.why);
  return result.plan;
}

export async function start({ engine }: House, plan: Plan): Promise<void> {
  const started = await startExperiment(engine.means, plan, '');
  if (!started.ok) throw new Error(started.why);
}

/** Throws unless all runs of an experiment have come to their end with so many moves: else what was measured is something else. */
export async function checkEnded({ engine }: House, { name }: Plan, moves: number): Promise<void> {
  const progress = await progressOf(engine.means.database, name);
  if (progress?.ended === progress?.runs && progress?.moves === moves) return;
  throw new Error(`${moves} moves were expected, and all runs at their end; there is ${JSON.stringify(progress)}`);
}

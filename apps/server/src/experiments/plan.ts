import {
  planned,
  readExperiment,
  type ExperimentFile,
  type Fault,
  type FinishedRun,
  type Plan,
} from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { finishedArms, finishedRuns, hasWorkers, listDatasets, questionsOf, type Database } from '@moot/store';
import type { Engine } from '../engine.ts';

/** What an experiment file comes to, or all that is wrong with it. */
export type Drafted =
  | { readonly ok: true; readonly plan: Plan; readonly cautions: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** An experiment as somebody wrote it; `file` is what it is called in faults. */
export interface Written {
  readonly file: string;
  readonly text: string;
  readonly people: Plan['people'];
}

/** Checks an experiment to the last field and works out every run of it. Nothing is started. */
export async function draftOf(engine: Engine, { file, text, people }: Written): Promise<Drafted> {
  const { database } = engine.means;
  const datasets = (await listDatasets(database)).map(({ name }) => name);
  const finished = await finishedArms(database);
  const read = readExperiment(text, file, { protocols, datasets, finished, modelFault: engine.modelFault });
  if (!read.ok) return read;
  const questions = (await questionsOf(database, read.file.questions.dataset)) ?? [];
  const given = { file: read.file, questions, protocols, people, finished: await transcriptsFor(database, read.file) };
  const result = planned(given);
  if (!result.ok) return { ok: false, faults: [{ at: { file }, why: result.why }] };
  return { ok: true, plan: result.plan, cautions: await cautionsFor(engine, result.plan) };
}

/** What each arm that judges transcripts again can judge. */
async function transcriptsFor(
  database: Database,
  { arms }: ExperimentFile,
): Promise<ReadonlyMap<string, readonly FinishedRun[]>> {
  const again = Object.entries(arms).flatMap(([name, arm]) => ('transcripts' in arm ? [[name, arm] as const] : []));
  const found = again.map(
    async ([name, { transcripts }]) => [name, await finishedRuns(database, transcripts)] as const,
  );
  return new Map(await Promise.all(found));
}

/** What would make numbers of real models something else: a simulator in their place, or prices that nobody knows. */
async function cautionsFor(engine: Engine, { runs, file }: Plan): Promise<readonly string[]> {
  const sitters = runs.flatMap(({ seats }) => Object.values(seats));
  const models = [...new Set(sitters.flatMap((sitter) => (sitter.kind === 'model' ? sitter.model : [])))];
  const unpriced = file.caps.usd === undefined ? [] : models.filter(engine.isUnpriced);
  const unheld = `caps.usd cannot hold ${unpriced.join(', ')}: models.yaml has no price for it. caps.calls holds every model.`;
  return [...(unpriced.length === 0 ? [] : [unheld]), ...(await aboutEndpoints(engine, models))];
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

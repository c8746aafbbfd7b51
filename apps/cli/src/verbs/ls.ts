import { listDatasets, listExperiments, listJudges, listRuns, type Database } from '@moot/store';
import type { List as What } from '../choices.ts';
import { withStore } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { tableOf, type Cell } from '../table.ts';

export interface LsOptions {
  readonly json?: true;
}

/** Says what there is: experiments with their progress, the runs of one, judges, data sets. */
export async function lsVerb(
  what: What,
  experiment: string | undefined,
  options: LsOptions,
  output: Output,
): Promise<void> {
  if (experiment !== undefined && what !== 'runs')
    throw new Error(`only moot ls runs takes an experiment; moot ls ${what} lists all`);
  const { head, rows, found } = await withStore(({ database }) => listed(database, what, experiment));
  if (options.json) output.line(json(found));
  else if (rows.length === 0) output.remark(NOTHING[what]);
  else output.line(tableOf(head, rows, output.width));
}

interface List {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly found: readonly object[];
}

function listed(database: Database, what: What, experiment: string | undefined): Promise<List> {
  switch (what) {
    case 'experiments':
      return experiments(database);
    case 'runs':
      return runs(database, experiment);
    case 'judges':
      return judges(database);
    case 'datasets':
      return datasets(database);
  }
}

async function experiments(database: Database): Promise<List> {
  const found = await listExperiments(database);
  const head = ['experiment', 'people', 'runs', 'ended', 'running', 'waiting', 'failed', 'started'];
  const rows = found.map(({ name, people, startedAt, ...each }) => [
    name,
    people,
    each.runs,
    each.ended,
    each.running,
    each.waiting,
    each.failed,
    day(startedAt),
  ]);
  return { head, rows, found };
}

async function judges(database: Database): Promise<List> {
  const found = await listJudges(database);
  const head = ['judge', 'kind', 'model', 'verdicts', 'abstained', 'last'];
  const rows = found.map(({ judge, kind, model, verdicts, abstained, lastAt }) => [
    judge,
    kind,
    model,
    verdicts,
    abstained,
    day(lastAt),
  ]);
  return { head, rows, found };
}

async function datasets(database: Database): Promise<List> {
  const found = await listDatasets(database);
  const head = ['data set', 'format', 'questions', 'sources', 'licence', 'imported'];
  const rows = found.map(({ name, format, questions, sources, licence, createdAt }) => [
    name,
    format,
    questions,
    sources,
    licence,
    day(createdAt),
  ]);
  return { head, rows, found };
}

async function runs(database: Database, experiment: string | undefined): Promise<List> {
  const known = (await listExperiments(database)).map(({ name }) => name);
  const name = experiment ?? known.at(-1);
  if (name === undefined) return { head: [], rows: [], found: [] };
  if (!known.includes(name)) throw new Error(`there is no experiment ${name}; ${thereAre(known)}`);
  const found = await listRuns(database, name);
  const rows = found.map(({ id, arm, question, replicate, state, awaits, moves }) => [
    id,
    arm,
    question,
    replicate,
    awaits.length > 0 && state === 'waiting' ? `waiting for ${awaits.join(', ')}` : state,
    moves,
  ]);
  return { head: ['run', 'arm', 'question', 'replicate', 'state', 'moves'], rows, found };
}

function thereAre(names: readonly string[]): string {
  return names.length === 0 ? 'none was started yet (moot run <file>)' : `there are ${names.join(', ')}`;
}

const NOTHING: Readonly<Record<What, string>> = {
  experiments: 'No experiment was started yet: moot run <file>.',
  runs: 'There are no runs yet: moot run <file>.',
  judges: 'Nobody has given a verdict yet.',
  datasets: 'No data set was imported yet: moot import <format> <path>.',
};

function day(date: Date): string {
  return date.toISOString().slice(0, 16).replace('T', ' ');
}

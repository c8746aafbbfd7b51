import type { Engine } from '@moot/server';
import { listDatasets, listExperiments, listJudges, listRuns } from '@moot/store';
import { json, tableOf, type Cell, type Output } from '../output.ts';
import { withEngine } from '../with-engine.ts';

export const LISTS = ['experiments', 'runs', 'judges', 'datasets'] as const;

export interface LsOptions {
  readonly json?: true;
}

type What = (typeof LISTS)[number];

/** Says what there is: experiments with their progress, the runs of one, judges, data sets. */
export async function lsVerb(
  what: What,
  experiment: string | undefined,
  options: LsOptions,
  output: Output,
): Promise<void> {
  const { head, rows, found } = await withEngine((engine) => listed(engine, what, experiment));
  if (options.json) return output.line(json(found));
  if (rows.length === 0) return output.remark(NOTHING[what]);
  output.line(tableOf(head, rows));
}

interface List {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly found: readonly object[];
}

async function listed({ means: { database } }: Engine, what: What, experiment: string | undefined): Promise<List> {
  switch (what) {
    case 'experiments': {
      const found = await listExperiments(database);
      const rows = found.map((each) => [
        each.name,
        each.people,
        each.runs,
        each.ended,
        each.running,
        each.waiting,
        each.failed,
        day(each.startedAt),
      ]);
      return {
        head: ['experiment', 'people', 'runs', 'ended', 'running', 'waiting', 'failed', 'started'],
        rows,
        found,
      };
    }
    case 'runs':
      return runs(database, experiment);
    case 'judges': {
      const found = await listJudges(database);
      const rows = found.map((each) => [
        each.judge,
        each.kind,
        each.model,
        each.verdicts,
        each.abstained,
        day(each.lastAt),
      ]);
      return { head: ['judge', 'kind', 'model', 'verdicts', 'abstained', 'last'], rows, found };
    }
    case 'datasets': {
      const found = await listDatasets(database);
      const rows = found.map((each) => [
        each.name,
        each.format,
        each.questions,
        each.sources,
        each.licence,
        day(each.createdAt),
      ]);
      return { head: ['data set', 'format', 'questions', 'sources', 'licence', 'imported'], rows, found };
    }
  }
}

async function runs(database: Engine['means']['database'], experiment: string | undefined): Promise<List> {
  const experiments = (await listExperiments(database)).map(({ name }) => name);
  const name = experiment ?? experiments.at(-1);
  if (name === undefined) return { head: [], rows: [], found: [] };
  if (!experiments.includes(name))
    throw new Error(`there is no experiment ${name}; there are ${experiments.join(', ')}`);
  const found = await listRuns(database, name);
  const rows = found.map((each) => [
    each.id,
    each.arm,
    each.question,
    each.replicate,
    each.state,
    each.awaits.join(', '),
    each.moves,
  ]);
  return { head: ['run', 'arm', 'question', 'replicate', 'state', 'waits for', 'moves'], rows, found };
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

import { writeFile } from 'node:fs/promises';
import { readExperiment, type ExperimentFile } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import type { Engine } from '@moot/server';
import { listDatasets } from '@moot/store';
import { textOf } from '../file.ts';
import { withEngine } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { report } from '../redteam/report.ts';
import { searched, type Wanted } from '../redteam/search.ts';
import { faultLine, shown } from '../text.ts';

export interface RedteamOptions extends Wanted {
  readonly out?: string;
  readonly json?: true;
}

/** Searches for attacks on the judge of an arm, and says how well they work on questions that the search has not met. */
export async function redteamVerb(path: string, options: RedteamOptions, output: Output): Promise<void> {
  const text = await textOf(path);
  await withEngine(
    async (engine, signal) => {
      const file = await fileIn(engine, path, text);
      const wrong = faultIn(file, options) ?? engine.modelFault(options.attacker);
      if (wrong !== undefined) throw new Error(`nothing was started: ${path}: ${wrong}`);
      const found = await searched(engine, { file, wanted: options, output, signal });
      if (signal.aborted) return;
      const markdown = report(file, options, found);
      if (options.out !== undefined) await writeFile(options.out, `${markdown}\n`);
      output.line(options.json ? json(found) : shown(markdown));
      if (found.isSpent) throw new Error(SPENT);
    },
    { patience: PATIENCE_MS, told: output.remark },
  );
}

const SPENT =
  'it ended early, because a turn failed or all calls were made that it may make (moot ls runs says which): mend that, and search under another name, with more --calls';

/** How long turns that are being taken may take to end when whoever waits stops waiting. */
const PATIENCE_MS = 15_000;

async function fileIn({ means, modelFault }: Engine, path: string, text: string): Promise<ExperimentFile> {
  const datasets = (await listDatasets(means.database)).map(({ name }) => name);
  const read = readExperiment(text, path, { protocols, datasets, modelFault });
  if (read.ok) return read.file;
  throw new Error(['nothing was started:', ...read.faults.map(faultLine)].join('\n  '));
}

function faultIn({ arms, name }: ExperimentFile, { arm }: Wanted): string | undefined {
  const attacked = arms[arm];
  if (!attacked) return `there is no arm ${arm}; there are ${Object.keys(arms).join(', ')}`;
  if ('transcripts' in attacked) return `arm ${arm} judges transcripts, in which nobody speaks any more`;
  if ('attack' in attacked.setup) return `arm ${arm} has an attack already: name the arm without it`;
  return name.length > MOST_NAME
    ? `the name ${name} leaves no room for those of the search: at most ${MOST_NAME} letters`
    : undefined;
}

const MOST_NAME = 50;

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startExperiment } from '@moot/store';
import { draftOf } from '../../experiments/plan.ts';
import type { Laboratory } from '../../testing/laboratory.ts';
import { ARMS, type Arm } from './table.ts';

/** Two experiments that differ in nothing but the truth. */
export type Twin = 0 | 1;
export const TWINS: readonly Twin[] = [0, 1];

export const nameOf = (twin: Twin): string => `hidden-plan-${twin}`;
export const datasetOf = (twin: Twin): string => `hidden-data-${twin}`;
export const API_KEY = 'sk-hidden-5d41402abc4b2a76';

export const MODELS_YAML = (url: string): string => `
endpoints:
  hidden-host:
    baseUrl: ${url}
    keyVariable: HIDDEN_KEY
    structured: none
    # Debaters wait until everybody has looked, on a machine of whatever speed.
    timeoutSeconds: { stall: 300 }
    prices:
${TWINS.flatMap((twin) => ARMS.map((arm) => `      hidden-model-${arm}-${twin}: { inputPerMillion: 3, outputPerMillion: 15 }`)).join('\n')}
`;

const LINES = [
  {
    kind: 'source',
    key: 'hidden-source-key',
    title: 'HIDDEN-SOURCE-TITLE',
    text: 'There was once a house by the sea, and HIDDEN-SOURCE-TEXT is what stood on its door, in white paint.',
  },
  {
    kind: 'question',
    key: 'hidden-question-key',
    question: 'Which door has the HOUSE-IN-QUESTION?',
    options: ['the northern door', 'the southern door'],
    truth: 0,
    source: 'hidden-source-key',
  },
];

const debate = (arm: Arm, twin: Twin, setup: string, more = ''): string => `
  hidden-arm-${arm}:
    protocol: debate
    setup: { rounds: 1, beliefs: each-round, ${setup} }
    seats: { debater: hidden-host/hidden-model-${arm}-${twin}, judge: people }${more}`;

const direct = (arm: Arm, source: string, more = ''): string => `
  hidden-arm-${arm}: { protocol: direct, setup: { source: ${source} }, seats: { judge: people }${more} }`;

const TELLS = '\n    feedback: truth';

const textOf = (twin: Twin): string => `# HIDDEN-COMMENT
name: ${nameOf(twin)}
title: SHOWN-TITLE
description: HIDDEN-DESCRIPTION
seed: 5
questions: { dataset: ${datasetOf(twin)} }
judges: { design: between }
arms:${[
  debate(
    'live',
    twin,
    'order: simultaneous, reveal: live, judges: 2, words: { min: 10 }, instructions: { A: HIDDEN-INSTRUCTION }',
  ),
  debate('together', twin, 'order: simultaneous, reveal: together', TELLS),
  debate('paced', twin, 'order: simultaneous, reveal: paced'),
  debate('sequential', twin, 'order: sequential, quotes: unmarked'),
  debate('passed', twin, 'order: sequential', TELLS),
  debate('abandoned', twin, 'order: simultaneous'),
  direct('expert', 'shown'),
  direct('spare', 'shown'),
  direct('naive-1', 'hidden', ', feedback: truth'),
  direct('naive-2', 'hidden', ', feedback: truth'),
].join('')}
`;

/** Starts an experiment whose every field is marked. Its two naive runs are one judge's: no plan would have that, and one day an import might. */
export async function startTwin({ engine, folder, importFile }: Laboratory, twin: Twin): Promise<void> {
  const path = join(folder, `${datasetOf(twin)}.jsonl`);
  await writeFile(path, LINES.map((line) => JSON.stringify(line)).join('\n'));
  await importFile(datasetOf(twin), path);

  const text = textOf(twin);
  const drafted = await draftOf(engine, { file: 'experiment.yaml', text, people: 'people' });
  if (!drafted.ok) throw new Error(drafted.faults.map(({ why }) => why).join('\n'));
  const { plan } = drafted;
  const first = plan.runs.find(({ arm }) => arm === 'hidden-arm-naive-1');
  const runs = plan.runs.map((run) =>
    run.arm === 'hidden-arm-naive-2' && first ? { ...run, seats: first.seats } : run,
  );
  const begun = await startExperiment(engine.means, { ...plan, runs }, text);
  if (!begun.ok) throw new Error(begun.why);

  // Only now, so that orders and sides are the same: they follow from where the truth stood.
  const { database } = engine.means;
  if (twin === 1)
    await database.$executeRaw`update question set truth = 1 from dataset
    where dataset.id = question.dataset_id and dataset.name = ${datasetOf(twin)}`;
}

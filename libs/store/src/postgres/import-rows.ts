import type { Question, Source } from '@moot/experiment';
import type { Importing } from './import.ts';
import { storable } from './storable.ts';

/** Keeps the texts that are new, and refuses those that say something else than before. */
export async function keepSources(
  { means, reach, dataset, refused }: Importing,
  sources: readonly Source[],
): Promise<void> {
  const where = { datasetId: dataset, key: { in: sources.map(({ key }) => storable(key)) } };
  const known = new Map((await reach.source.findMany({ where })).map((row) => [row.key, row]));
  const fresh = [];
  for (const source of sources) {
    const row = { id: means.ids(), datasetId: dataset, ...sourceColumns(source) };
    const before = known.get(row.key);
    if (before && !isSame(before, row)) refused.push({ why: `source ${source.key}: ${CHANGED}` });
    if (before) continue;
    known.set(row.key, row);
    fresh.push(row);
  }
  await reach.source.createMany({ data: fresh });
}

/** Keeps the questions that are new, and refuses those that cannot be asked or that were asked otherwise before. */
export async function keepQuestions(importing: Importing, questions: readonly Question[]): Promise<void> {
  const { means, reach, dataset, refused, took } = importing;
  const sources = await sourceIds(importing, questions);
  const where = { datasetId: dataset, key: { in: questions.map(({ key }) => storable(key)) } };
  const known = new Map((await reach.question.findMany({ where })).map((row) => [row.key, row]));
  const fresh = [];
  for (const question of questions) {
    const row = { id: means.ids(), datasetId: dataset, ...questionColumns(question, sources) };
    const before = known.get(row.key);
    const why = faultIn(question, sources) ?? (before && !isSame(before, row) ? CHANGED : undefined);
    if (why !== undefined) refused.push({ why: `question ${question.key}: ${why}` });
    if (why === undefined && before) took.alreadyThere += 1;
    if (why !== undefined || before) continue;
    known.set(row.key, row);
    fresh.push(row);
  }
  if (refused.length > 0) return;
  await reach.question.createMany({ data: fresh });
  took.kept += fresh.length;
}

const CHANGED =
  'it is there already and reads differently; what was imported never changes: give it another key, or import under another name';

/** The sources that questions refer to, by key. */
async function sourceIds(
  { reach, dataset }: Importing,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, string>> {
  const keys = questions.flatMap(({ source }) => (source === undefined ? [] : [storable(source)]));
  const where = { datasetId: dataset, key: { in: [...new Set(keys)] } };
  const rows = await reach.source.findMany({ where, select: { id: true, key: true } });
  return new Map(rows.map(({ id, key }) => [key, id]));
}

function faultIn({ options, truth, source }: Question, sources: ReadonlyMap<string, string>): string | undefined {
  if (options.length < 2) return `it has ${options.length} options; two or more are needed`;
  if (!Number.isInteger(truth) || truth < 0 || truth >= options.length)
    return `its truth, ${truth}, is none of its options`;
  if (source !== undefined && !sources.has(storable(source))) return `its source ${source} is not in the data set`;
  return undefined;
}

function sourceColumns({ key, title, text }: Source) {
  return { key: storable(key), title: optional(title), text: storable(text) };
}

function questionColumns({ source, truth, ...question }: Question, sources: ReadonlyMap<string, string>) {
  return {
    key: storable(question.key),
    sourceId: source === undefined ? null : (sources.get(storable(source)) ?? null),
    prompt: storable(question.prompt),
    options: question.options.map(storable),
    truth,
    licence: optional(question.licence),
    split: optional(question.split),
    difficulty: optional(question.difficulty),
  };
}

function optional(text: string | undefined): string | null {
  return text === undefined ? null : storable(text);
}

/** Whether two rows say the same, whatever they are called. */
function isSame(one: object, other: object): boolean {
  const said = (row: object) => JSON.stringify(Object.entries({ ...row, id: '' }).sort(([a], [b]) => (a < b ? -1 : 1)));
  return said(one) === said(other);
}

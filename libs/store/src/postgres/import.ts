import type { Row, Spot } from '@moot/experiment';
import { gathered } from './chunks.ts';
import type { RecordTable } from '../open-table.ts';
import type { Reach } from './database.ts';
import { keepQuestions, keepSources } from './import-rows.ts';
import { keepPublished, type Study } from './import-runs.ts';
import type { Means } from './means.ts';

/** What is said of a data set as a whole. */
export interface About {
  readonly name: string;
  /** The format that it was read from. */
  readonly format: string;
  readonly licence?: string;
  readonly origin?: string;
}

/** What came of an import, in questions. When anything was refused, nothing was kept. */
export interface Imported extends Taken {
  /** The same in runs, where a study was read. */
  readonly runs?: Taken;
  /** The first 20 things that were wrong. */
  readonly refused: readonly Refusal[];
}

/** How many were read, how many of those were new, and how many the same as before. */
export interface Taken {
  readonly read: number;
  readonly kept: number;
  readonly alreadyThere: number;
}

export interface Refusal {
  readonly at?: Spot;
  readonly why: string;
}

export interface Reading {
  readonly rows: AsyncIterable<Row>;
  /** The most questions that are read. */
  readonly limit?: number;
  /** Sets the tables of published runs; needed where there are any. */
  readonly record?: RecordTable;
}

/** Reads rows into a data set, all of them or, if one is refused, none. What is there already is left as it is. */
export async function importDataset(means: Means, about: About, reading: Reading): Promise<Imported> {
  const took = { read: 0, kept: 0, alreadyThere: 0 };
  const runs = { read: 0, kept: 0, alreadyThere: 0 };
  const refused: Refusal[] = [];
  const isRefused = new Error('the import was refused');
  try {
    await means.database.$transaction(
      async (reach) => {
        const found = await datasetFor(reach, means, about);
        if ('why' in found) refused.push(found);
        else await readInto({ means, reach, dataset: found.id, took, runs, refused, study: { about } }, reading);
        if (refused.length === 0 && took.read === 0) refused.push({ why: 'there is no question in it' });
        if (refused.length > 0) throw isRefused;
      },
      { timeout: 60 * 60_000 },
    );
    return { ...took, refused, ...(runs.read > 0 && { runs }) };
  } catch (thrown) {
    if (thrown === isRefused) return { ...took, kept: 0, refused: refused.slice(0, MOST_REFUSED) };
    throw thrown;
  }
}

/** An import on its way. */
export interface Importing {
  readonly means: Means;
  readonly reach: Reach;
  readonly dataset: string;
  readonly took: { -readonly [K in keyof Taken]: number };
  readonly runs: { -readonly [K in keyof Taken]: number };
  readonly study: Study;
  readonly refused: Refusal[];
}

const MOST_REFUSED = 20;
/** Rows are kept so many at a time. A published run has some hundred kilobytes. */
const CHUNK = 500;

async function readInto(importing: Importing, { rows, limit, record }: Reading): Promise<void> {
  const { reach, dataset, refused, took } = importing;
  for await (const piece of gathered(limit === undefined ? rows : limited(rows, limit), CHUNK)) {
    refused.push(...piece.flatMap((row) => (row.kind === 'fault' ? [{ at: row.at, why: row.why }] : [])));
    await keepSources(
      importing,
      piece.flatMap((row) => (row.kind === 'source' ? [row] : [])),
    );
    const questions = piece.flatMap((row) => (row.kind === 'question' ? [row] : []));
    took.read += questions.length;
    await keepQuestions(importing, questions);
    const published = piece.flatMap((row) => (row.kind === 'run' ? [row] : []));
    if (refused.length === 0) await keepPublished(importing, published, record);
    if (refused.length >= MOST_REFUSED) return;
  }
  if (limit !== undefined) await reach.source.deleteMany({ where: { datasetId: dataset, questions: { none: {} } } });
}

async function datasetFor(
  reach: Reach,
  { ids, clock }: Means,
  about: About,
): Promise<{ readonly id: string } | Refusal> {
  const { name, format, licence = null, origin = null } = about;
  const before = await reach.dataset.findUnique({ where: { name } });
  if (!before) return reach.dataset.create({ data: { id: ids(), name, format, licence, origin, createdAt: clock() } });
  if (before.format === format) return before;
  return { why: `a data set ${name} is there already, read from ${before.format}: import this one under another name` };
}

/** The rows up to the last question that is wanted, and what belongs to it. */
async function* limited(rows: AsyncIterable<Row>, limit: number): AsyncGenerator<Row> {
  let left = limit;
  if (left <= 0) return;
  for await (const row of rows) {
    if (left === 0 && row.kind !== 'run') return;
    yield row;
    if (row.kind === 'question') left -= 1;
  }
}

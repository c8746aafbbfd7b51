import { readDataset, readers, type ReadOptions } from '@moot/datasets';
import type { Row } from '@moot/experiment';
import { writeKey, type KeyEntry } from '@moot/simulator';
import { importDataset, type Imported } from '@moot/store';
import type { Engine } from './engine.ts';
import { recordTable } from './means.ts';
import { keyFileOf } from './models.ts';

/** A data set to be read into questions. */
export interface ToImport {
  readonly name: string;
  readonly format: string;
  /** A file or folder, or what the format reads instead. */
  readonly path: string;
  /** Where the format does not say it. */
  readonly licence?: string;
  readonly limit?: number;
  readonly options?: ReadOptions;
}

/** Reads a data set into the database, all or nothing, and lets the simulator's players know the truth of its questions. */
export async function importQuestions(
  { means, settings }: Engine,
  { name, format, path, limit, options, ...given }: ToImport,
): Promise<Imported> {
  const dataset = readDataset(format, path, options);
  if (!dataset.ok) return { read: 0, kept: 0, alreadyThere: 0, refused: [{ why: dataset.why }] };
  const entries: KeyEntry[] = [];
  const { licence = given.licence, origin } = readers[format] ?? {};
  const about = { name, format, ...(licence !== undefined && { licence }), ...(origin !== undefined && { origin }) };
  const imported = await importDataset(means, about, {
    rows: noted(dataset.rows, entries),
    record: recordTable,
    ...(limit !== undefined && { limit }),
  });
  if (imported.refused.length === 0) await writeKey(keyFileOf(settings), entries);
  return imported;
}

async function* noted(rows: AsyncIterable<Row>, entries: KeyEntry[]): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (row.kind === 'question') entries.push({ text: row.prompt, truth: row.options[row.truth] ?? '' });
    yield row;
  }
}

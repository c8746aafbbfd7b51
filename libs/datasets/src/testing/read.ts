import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Question, Row, Source } from '@moot/experiment';
import type { ReadOptions } from '../formats/reader.ts';
import { readDataset } from '../readers.ts';

/** Reads what would stand in one file of a format; the file's name in faults is shortened to its last part. */
export async function readContent(
  format: string,
  content: string | Buffer,
  name = `set.${format}`,
  options: ReadOptions = {},
): Promise<Sorted> {
  const folder = await mkdtemp(join(tmpdir(), 'moot-datasets-'));
  try {
    await writeFile(join(folder, name), content);
    return await readPath(format, join(folder, name), options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function readPath(format: string, path: string, options: ReadOptions = {}): Promise<Sorted> {
  const reading = readDataset(format, path, options);
  if (!reading.ok) throw new Error(reading.why);

  const rows: Row[] = [];
  for await (const row of reading.rows) rows.push(row);
  return sorted(rows);
}

export interface Sorted {
  readonly rows: readonly Row[];
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
  readonly faults: readonly {
    readonly file: string;
    readonly line?: number;
    readonly field?: string;
    readonly why: string;
  }[];
}

/** The published data, beside the repository; tests that need it are skipped by name without it. */
export const SHARED = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));

function sorted(rows: readonly Row[]): Sorted {
  return {
    rows,
    sources: rows.filter((row) => row.kind === 'source'),
    questions: rows.filter((row) => row.kind === 'question'),
    faults: rows.filter((row) => row.kind === 'fault').map(({ at, why }) => ({ ...at, file: basename(at.file), why })),
  };
}

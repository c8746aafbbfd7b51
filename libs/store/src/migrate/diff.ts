import { readFile } from 'node:fs/promises';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { FILTERS, readMigrations } from './folder.ts';

/** What is compared: a schema file with a folder of migrations, in shadow databases beside `url`. */
export interface Compared {
  readonly url: string;
  readonly schema: string;
  readonly folder: string;
}

/** The SQL that is missing in the migrations to make what the schema says; undefined when nothing is. */
export async function pendingDiff({ url, schema: path, folder }: Compared): Promise<string | undefined> {
  const schema = { path, content: await readFile(path, 'utf8') };
  const from: DiffTarget = { tag: 'migrations', ...(await readMigrations(folder)) };
  const to: DiffTarget = { tag: 'schemaDatamodel', files: [schema] };
  // The engine insists on the last field, which its types do not know.
  const asked = { from, to, script: true, exitCode: true, filters: FILTERS, shadowDatabaseUrl: null };
  const { withEngine } = await import('./engine.ts');
  const { exitCode, stdout } = await withEngine({ url, schema }, (engine) => engine.diff(asked));
  return exitCode === 2 ? (stdout ?? '') : undefined;
}

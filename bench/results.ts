import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Keeps what a benchmark measured beside those of other days, and gives the file's name. */
export async function keepResults(name: string, results: object): Promise<string> {
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const file = join(folder, `${name}-${moment}.json`);
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
  return relative(process.cwd(), file);
}

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Preset } from '@moot/wire';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = fileURLToPath(new URL('../../../../presets/', import.meta.url));
const Head = z.object({ name: z.string(), title: z.string(), description: z.string() });

/** Experiments that come with Moot, to start from. Each is a file that runs as it is. */
export async function presets(): Promise<readonly Preset[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.yaml')).sort((a, b) => rank(a) - rank(b));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(FOLDER + file, 'utf8');
      return { ...Head.parse(parse(text)), text };
    }),
  );
}

/** The first to be tried stands first; those that repeat a paper, on data that is yet to be imported, last. */
function rank(file: string): number {
  const found = FIRST.indexOf(file);
  return found < 0 ? FIRST.length : found;
}

const FIRST = ['first-debate.yaml', 'debate-and-direct.yaml', 'persuasion.yaml', 'paced-debate.yaml'];

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Preset } from '@moot/wire';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = fileURLToPath(new URL('../../experiments/presets/', import.meta.url));
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

/** The first to be tried stands first. */
function rank(file: string): number {
  const order = ['first-debate.yaml', 'debate-and-direct.yaml'];
  return order.includes(file) ? order.indexOf(file) : order.length;
}

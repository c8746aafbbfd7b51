import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const HERE = import.meta.dirname;
const MOST_BYTES = 250_000;
const ENTRY = 'index.html';
/** What a judge's pages load later; everything else that is loaded later is the console's. */
const JUDGES = /^src\/(desk|live)\//;

/** Builds the pages, and fails if those of judges have grown above what a slow connection bears. */
await build({ configFile: join(HERE, 'vite.config.ts'), logLevel: 'warn' });
const manifest = JSON.parse(await readFile(join(HERE, 'dist/pages/.vite/manifest.json'), 'utf8'));
const files = filesFrom(manifest, ENTRY);
const sizes = await Promise.all([...files].map(gzipped));
const bytes = sizes.reduce((sum, size) => sum + size, 0);
console.log(
  `Scripts of a judge's pages: ${kilobytes(bytes)} gzipped in ${files.size} files, of at most ${kilobytes(MOST_BYTES)}.`,
);
if (bytes > MOST_BYTES) process.exitCode = 1;

function filesFrom(manifest, name, found = new Set()) {
  const chunk = manifest[name];
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  const later = (chunk.dynamicImports ?? []).filter((each) => JUDGES.test(each));
  for (const next of [...(chunk.imports ?? []), ...later]) filesFrom(manifest, next, found);
  return found;
}

async function gzipped(file) {
  return gzipSync(await readFile(join(HERE, 'dist/pages', file))).length;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

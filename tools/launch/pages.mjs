import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, ROOT, textOf, Trouble } from './surroundings.mjs';

const WEB = join(ROOT, 'apps', 'web');
const STAMP = join(WEB, 'dist', 'pages', '.made-from');
/** What the pages are made from; tests of it do not count. */
const SOURCES = [
  ...['src', 'public', 'index.html', 'vite.config.ts', 'build.mjs', 'package.json'].map((name) => join(WEB, name)),
  ...['ui', 'wire', 'protocol', 'protocols', 'stats'].map((room) => join(ROOT, 'libs', room, 'src')),
  join(ROOT, 'package-lock.json'),
];

/** Whether the pages were built from the sources as they are. */
export function arePagesBuilt() {
  return textOf(STAMP) === stamp();
}

/** Builds the pages. */
export function buildPages(node) {
  console.error('Building the pages …');
  const made = stamp();
  const done = spawnSync(node, [join(WEB, 'build.mjs')], {
    cwd: ROOT,
    encoding: 'utf8',
    // Whoever sets it for something else wants no page of React's development build.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (done.status !== 0) throw new Trouble(`The pages could not be built:\n${done.stdout}${done.stderr}`);
  writeFileSync(STAMP, made);
}

function stamp() {
  return hashOf(...SOURCES.flatMap(filesIn).map((file) => `${file.slice(ROOT.length)}\n${readFileSync(file, 'utf8')}`));
}

function filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return readdirSync(path)
    .filter((name) => !/\.spec\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

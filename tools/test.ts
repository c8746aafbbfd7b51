import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseReports } from './checks/report.ts';
import type { Report } from './checks/report.ts';
import { summary } from './checks/summary.ts';

const ROOT = dirname(import.meta.dirname);
const CHECKS = ['lint', 'typecheck', 'format', 'knip'];
const REPORTS = '{.,apps/*,libs/*,bench,tools}/dist/test*.json';

/**
 * Runs every check through Nx and ends with the count of tests. Arguments are passed on: `npm test -- -p @moot/protocol`.
 * The pure tests of all rooms run in one process, and those with a database or a browser on one PostgreSQL, which takes far
 * less time; those of one room run by themselves.
 */
async function main(): Promise<void> {
  // Nx brings back what a cached run wrote, so whatever is there afterwards belongs to this run.
  for (const path of globSync(REPORTS, { cwd: ROOT })) rmSync(join(ROOT, path));
  const args = process.argv.slice(2);
  const [pure, browser, database] =
    args.length === 0 ? ['test-all', 'test-e2e-all', 'test-db-all'] : ['test', 'test-e2e', 'test-db'];
  // A browser waits half of its time, which the checks use. Kills and restarts have their time to keep: not beside it.
  const codes = [
    await nx(['run-many', '-t', browser, pure, ...CHECKS, '--parallel=3', ...args]),
    await nx(['run-many', '-t', database, ...args]),
  ];
  const { lines, failed } = summary(globSync(REPORTS, { cwd: ROOT }).sort().flatMap(readReports));
  console.log(lines.join('\n'));
  process.exitCode = codes.find((code) => code !== 0) ?? (failed > 0 ? 1 : 0);
}

function readReports(path: string): readonly Report[] {
  return parseReports(JSON.parse(readFileSync(join(ROOT, path), 'utf8')), (file) => projectOf(file) + suffixOf(path));
}

function suffixOf(path: string): string {
  if (path.endsWith('-e2e.json')) return ' (browser)';
  return path.endsWith('-db.json') ? ' (database)' : '';
}

/** The folder of a project: `libs/protocol`, `tools`. */
function projectOf(file: string): string {
  const [folder = '', room = ''] = relative(ROOT, file).split(sep);
  return ['libs', 'apps'].includes(folder) ? `${folder}/${room}` : folder;
}

function nx(args: readonly string[]): Promise<number> {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' };
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/nx/dist/bin/nx.js'), ...args], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

await main();

import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseReport } from './checks/report.ts';
import type { Report } from './checks/report.ts';
import { summary } from './checks/summary.ts';

const ROOT = dirname(import.meta.dirname);
const CHECKS = ['lint', 'typecheck', 'test', 'test-db', 'format', 'knip'];
const REPORTS = '{apps/*,libs/*,bench,tools}/dist/test*.json';

/** Runs every check through Nx and ends with the count of tests. Arguments are passed on: `npm test -- -p @moot/protocol`. */
async function main(): Promise<void> {
  // Nx brings back what a cached run wrote, so whatever is there afterwards belongs to this run.
  for (const path of globSync(REPORTS, { cwd: ROOT })) rmSync(join(ROOT, path));
  const code = await nx(['run-many', '-t', ...CHECKS, '--parallel=3', ...process.argv.slice(2)]);
  const { lines, failed } = summary(globSync(REPORTS, { cwd: ROOT }).sort().map(readReport));
  console.log(lines.join('\n'));
  process.exitCode = code === 0 && failed > 0 ? 1 : code;
}

function readReport(path: string): Report {
  const project = dirname(dirname(path));
  return parseReport(
    path.endsWith('-db.json') ? `${project} (database)` : project,
    JSON.parse(readFileSync(join(ROOT, path), 'utf8')),
  );
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

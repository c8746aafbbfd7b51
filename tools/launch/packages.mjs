import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { hashOf, ROOT, textOf, Trouble } from './surroundings.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.moot-installed');
/** What npm itself wrote about the packages that it put there. */
const NPM_RECORD = join(ROOT, 'node_modules', '.package-lock.json');

/** Whether node_modules holds what the lock file says, for this platform and the major version of this Node. */
export function arePackagesInstalled(node) {
  return textOf(STAMP) === stampFor(node);
}

/** Installs the packages of the lock file, unless npm was called by hand and they are all there. To be called under the lock. */
export async function installPackages(node) {
  if (!isAsLocked()) {
    console.error('Installing packages (one to two minutes, only when the lock file has changed) …');
    rmSync(STAMP, { force: true });
    await npm(node.path, ['ci', '--include=dev', '--no-audit', '--no-fund'], ROOT);
  }
  writeFileSync(STAMP, stampFor(node));
}

function stampFor({ version }) {
  const lock = textOf(LOCK_FILE);
  if (lock === undefined) throw new Trouble(`${LOCK_FILE} cannot be read: this checkout is incomplete.`);
  return `${hashOf(lock)} ${process.platform}-${process.arch} node ${version.replace('v', '').split('.')[0]}\n`;
}

/** Compares the lock file with npm's own record, package by package. */
function isAsLocked() {
  const record = textOf(NPM_RECORD);
  if (record === undefined) return false;
  const wanted = JSON.parse(textOf(LOCK_FILE)).packages;
  const present = JSON.parse(record).packages;
  const isSame = (path) =>
    present[path]?.version === wanted[path]?.version && present[path]?.integrity === wanted[path]?.integrity;
  const expected = Object.keys(wanted).filter((path) => path.includes('node_modules/') && isForHere(wanted[path]));
  return [...expected, ...Object.keys(present)].every((path) => path in present && path in wanted && isSame(path));
}

/** An optional package belongs here if it is made for this platform; of the others npm alone knows. */
function isForHere({ os, cpu, libc, optional }) {
  if (!optional) return true;
  return libc === undefined && Boolean(os?.includes(process.platform)) && Boolean(cpu?.includes(process.arch));
}

import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether the tests run as root, for whom Postgres needs another user. */
export const isRoot = process.getuid?.() === 0;

/** Somebody who is not root, as whom root can run a program. */
export const NOBODY = { uid: 65_534, gid: 65_534 };

/** A folder of one's own in the temporary files, and how to remove it. */
export async function temporaryFolder(
  owner?: typeof NOBODY,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'moot-test-'));
  await chmod(path, 0o755);
  if (owner) await chown(path, owner.uid, owner.gid);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Runs lines of JavaScript in a process of their own, and gives what they print. */
export async function inProcess(lines: string, as: Partial<typeof NOBODY> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', lines], {
    ...as,
    cwd: '/',
  });
  return stdout.trim();
}

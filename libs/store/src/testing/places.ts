import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exists } from '../embedded/cluster.ts';
import { stopEmbedded } from '../embedded/open.ts';
import { isAlive } from '../embedded/pid-file.ts';

/** Whether the tests run as root, for whom Postgres needs another user. */
export const isRoot = process.getuid?.() === 0;

/** Somebody who is not root, as whom root can run a program. */
export const NOBODY = { uid: 65_534, gid: 65_534 };

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** A folder of one's own in the temporary files; its name says which process made it. */
export async function temporaryFolder(owner?: typeof NOBODY): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(path, 0o755);
  if (owner) await chown(path, owner.uid, owner.gid);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Removes the temporary folders of test runs that were killed, and stops the databases that still run in them. */
export async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const isAbandoned = name.startsWith(PREFIX) && !isAlive(parseInt(name.slice(PREFIX.length), 10));
    if (isAbandoned) await clear(join(tmpdir(), name));
  }
}

/** Runs lines of JavaScript in a process of their own, and gives what they print. */
export async function inProcess(lines: string, as: Partial<typeof NOBODY> = {}): Promise<string> {
  const args = ['--input-type=module', '--eval', lines];
  const { stdout } = await promisify(execFile)(process.execPath, args, { ...as, cwd: '/' });
  return stdout.trim();
}

const PREFIX = 'moot-test-';

/** Another run may sweep at the same moment, and somebody else's folder is not ours to remove. */
async function clear(path: string): Promise<void> {
  if (await exists(join(path, 'postgres'))) await stopEmbedded({ folder: path }).catch(() => undefined);
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

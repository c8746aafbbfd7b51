import { readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

/** What `postmaster.pid` says of the server that runs on a cluster, or ran and left it behind. */
export interface PidFile {
  readonly pid: number;
  /** Not there yet while the server is just starting. */
  readonly port: number | undefined;
  readonly text: string;
}

export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(pathIn(data), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n');
  if (pid === undefined || Number.isNaN(parseInt(pid, 10))) return undefined;
  return { pid: Number(pid), port: port ? Number(port) : undefined, text };
}

/** Whether a process of that number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/**
 * Why the file is left over from a server that is gone although its number is taken: the words for it. Undefined if it
 * is not, or if PostgreSQL finds out by itself (no such process), or if there is no way to tell.
 */
export async function staleness(data: string, { pid }: PidFile): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  const program = await programOf(pid);
  if (program === undefined) return undefined;
  if (!program.startsWith('postgres')) return `process ${pid} is now ${program}, which is not PostgreSQL`;

  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  const isOther = folder !== undefined && folder !== (await realpath(data));
  return isOther ? `process ${pid} is the PostgreSQL of ${folder}` : undefined;
}

/** Takes a left-over file away, unless another server has put its own in its place. */
export async function removeStale(data: string, stale: PidFile): Promise<void> {
  const aside = `${pathIn(data)}.${process.pid}`;
  await rename(pathIn(data), aside);
  const text = await readFile(aside, 'utf8');
  if (text === stale.text) await rm(aside);
  else await rename(aside, pathIn(data));
}

function pathIn(data: string): string {
  return join(data, 'postmaster.pid');
}

/** The name of the program that a process runs; undefined where it cannot be told. */
async function programOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const known = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  const asked = await run('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => undefined);
  const path = asked?.code === 0 ? asked.said.trim() : '';
  return path === '' ? undefined : path.slice(path.lastIndexOf('/') + 1);
}

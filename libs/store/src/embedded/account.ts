import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { run } from './run.ts';
import type { Account, Passage } from './run.ts';

/**
 * As whom PostgreSQL runs: undefined means as ourselves. It refuses root, so root runs it as the owner of the data,
 * or else as the user `postgres`, which is made if there is none. All `paths` must be within its reach.
 */
export async function accountFor(data: string, paths: readonly string[]): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return reaching(paths, { uid: owner.uid, gid: owner.gid });

  const account = (await postgresUser()) ?? (await makePostgresUser());
  if (owner) await give(data, account);
  return reaching(paths, account);
}

async function reaching(paths: readonly string[], account: Account): Promise<Account> {
  const barriers = await Promise.all(paths.map((path) => barrier(path, account)));
  const closed = barriers.find((path) => path !== undefined);
  if (closed === undefined) return account;

  const keeps = await passage(account);
  if (keeps) return { ...account, keeps };
  const why = `PostgreSQL does not run as root, and user ${account.uid}, as whom it runs, may not pass through ${closed}`;
  throw new Error(
    `${why}. Start as a user who is not root, move Moot and MOOT_DATA elsewhere, or run: chmod o+x ${closed}`,
  );
}

/** The first folder on the way to the path that the account may not pass through. */
async function barrier(path: string, { uid, gid }: Account): Promise<string | undefined> {
  const above = dirname(path);
  const blocked = above === path ? undefined : await barrier(above, { uid, gid });
  if (blocked !== undefined) return blocked;

  const { mode, uid: owner, gid: group } = await stat(path);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return mode & bit ? undefined : path;
}

/** The smallest right that leads through closed folders and that root may hand on here: in containers it is the second. */
async function passage(account: Account): Promise<Passage | undefined> {
  const rights = ['dac_read_search', 'dac_override'] as const;
  for (const keeps of rights) {
    const tried = await run('true', [], { ...account, keeps }).catch(() => undefined);
    if (tried?.code === 0) return keeps;
  }
  return undefined;
}

async function give(path: string, { uid, gid }: Account): Promise<void> {
  const { code, said } = await run('chown', ['-R', `${uid}:${gid}`, path]);
  if (code !== 0) throw new Error(`${path} could not be given to the user that PostgreSQL runs as: ${said}`);
}

async function postgresUser(): Promise<Account | undefined> {
  const uid = await run('id', ['-u', 'postgres']);
  const gid = await run('id', ['-g', 'postgres']);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.said), gid: Number(gid.said) } : undefined;
}

async function makePostgresUser(): Promise<Account> {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false'];
  const made = await run('useradd', [...options, 'postgres'])
    .catch(() => run('adduser', ['-S', '-D', '-H', 'postgres']))
    .catch((cause: unknown) => ({ code: 1, said: String(cause) }));
  const account = await postgresUser();
  if (account) return account;
  const remedy = 'Make a user of that name, or start as a user who is not root.';
  throw new Error(`PostgreSQL does not run as root, and the user postgres could not be made (${made.said}). ${remedy}`);
}

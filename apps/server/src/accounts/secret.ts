import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** What session cookies are signed with: MOOT_SECRET, else a file that is made once and only its owner may read. */
export async function secretOf({ MOOT_SECRET, folder }: Pick<Settings, 'MOOT_SECRET' | 'folder'>): Promise<string> {
  if (MOOT_SECRET !== undefined) return MOOT_SECRET;
  const path = join(folder, 'accounts-secret');
  return (await kept(path)) ?? drawn(path);
}

async function kept(path: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, 'utf8')).trim();
    if (secret.length >= 32) return secret;
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw cause;
  }
  throw new Error(`${path} is too short: remove it, and everybody signs in anew`);
}

/** Two who draw at once get the same: a finished file takes its name only if nobody has it. */
async function drawn(path: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  await mkdir(join(path, '..'), { recursive: true });
  try {
    await writeFile(fresh, secret, { mode: 0o600, flag: 'wx', flush: true });
    await link(fresh, path);
    return secret;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return (await kept(path)) ?? secret;
    throw cause;
  } finally {
    await rm(fresh, { force: true });
  }
}

function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}

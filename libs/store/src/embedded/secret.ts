import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../thrown.ts';

/** The secret kept at the path, for its owner's eyes only; drawn if there is none, 256 bits. Two who draw at once get the same. `mend` says what to do if it is spoilt. */
export async function keptSecret(path: string, mend: string): Promise<string> {
  const kept = await read(path, mend);
  if (kept !== undefined) return kept;

  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await chmod(dirname(path), 0o700);
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    await link(fresh, path);
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw cause;
  } finally {
    await rm(fresh, { force: true });
  }
  return keptSecret(path, mend);
}

async function read(path: string, mend: string): Promise<string | undefined> {
  try {
    const kept = (await readFile(path, 'utf8')).trim();
    if (kept === '') throw new Error(`${path} is empty: ${mend}`);
    return kept;
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw cause;
  }
}

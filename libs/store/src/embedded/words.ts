import { hasCode } from '../thrown.ts';

/** What went wrong with the embedded database, where, and what to do about it. */
export function inWords(what: string, where: string, cause: unknown): Error {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${what} in ${where}: ${remedy(cause, said)}`, { cause });
}

function remedy(cause: unknown, said: string): string {
  if (hasCode(cause, 'ENOSPC', 'EDQUOT') || /no space left|quota exceeded/i.test(said)) {
    return 'the disk is full. Free some space there, or set MOOT_DATA to a folder on another disk.';
  }
  if (hasCode(cause, 'EACCES', 'EPERM', 'EROFS')) {
    return `it may not be written (${said}). Give this user the right to write there, or set MOOT_DATA to another folder.`;
  }
  if (hasCode(cause, 'ENOTDIR', 'EEXIST')) {
    return `a file stands where a folder is needed (${said}). Move it away, or set MOOT_DATA to another folder.`;
  }
  return said;
}

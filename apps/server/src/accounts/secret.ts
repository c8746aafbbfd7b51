import { join } from 'node:path';
import { keptSecret } from '@moot/store';
import type { Settings } from '../settings.ts';

/** What session cookies are signed with: MOOT_SECRET, else a file that is made once and only its owner may read. */
export async function secretOf({ MOOT_SECRET, folder }: Pick<Settings, 'MOOT_SECRET' | 'folder'>): Promise<string> {
  return MOOT_SECRET ?? keptSecret(join(folder, 'secrets', 'accounts'), 'remove it, and everybody signs in anew');
}

import { mkdir, statfs } from 'node:fs/promises';
import { endpointFindings } from './doctor-models.ts';
import { storeFindings } from './doctor-store.ts';
import { inLine, type Finding } from './finding.ts';
import { shownSettings, type Settings, type SettingsRead } from './settings.ts';

/** Checks what an experiment needs, each part by itself: what is wrong with one hides nothing of the others. */
export async function diagnosed(read: SettingsRead): Promise<readonly Finding[]> {
  if (!read.ok) return [versions(), ...read.faults.map(faulty)];
  const { settings } = read;
  const parts = await Promise.all([disk(settings), endpointFindings(settings), storeFindings(settings)]);
  return [versions(), shown(settings), ...parts.flat()];
}

function versions(): Finding {
  return { what: 'node', state: 'ok', words: `${process.version} on ${process.platform} ${process.arch}` };
}

function shown(settings: Settings): Finding {
  const given = Object.entries(shownSettings(settings)).filter(([, value]) => value !== 'undefined');
  return { what: 'settings', state: 'ok', words: given.map(([name, value]) => `${name}=${value}`).join(' ') };
}

/** Where nothing is known of where to look, the other checks have to wait. */
function faulty(fault: string): Finding {
  return { what: 'settings', state: 'bad', words: fault, mend: 'mend it, and ask again for the other checks' };
}

const GIGABYTE = 1e9;

async function disk({ folder }: Settings): Promise<Finding> {
  try {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    const free = (bavail * bsize) / GIGABYTE;
    const words = `${free.toFixed(1)} GB free for ${folder}`;
    if (free < 0.2)
      return { what: 'disk', state: 'bad', words, mend: 'make room, or set MOOT_DATA to a folder on another disk' };
    return { what: 'disk', state: free < 2 ? 'remark' : 'ok', words };
  } catch (thrown) {
    return { what: 'disk', state: 'bad', words: inLine(thrown), mend: 'set MOOT_DATA to a folder that can be written' };
  }
}

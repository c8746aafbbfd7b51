import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Starts the packaged Chromium; nothing outside of this machine can be reached from it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackedChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** Unpacks the browser where it is not yet, for this user alone, and gives its path. */
export async function unpackedChromium(): Promise<string> {
  const place = join(tmpdir(), `moot-chromium-${userInfo().uid}-${VERSION}`);
  const program = join(place, 'chromium');
  if (existsSync(program)) return program;
  const fresh = `${place}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await inFolder(fresh, () => packaged.executablePath());
  // Whoever is first has it in one piece; a second one finds it there.
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true, force: true }));
  return program;
}

/** Told apart by version, so that an old one is not taken for a new one. */
const VERSION = '153.0.0';

/** The package unpacks into the folder for temporary files, and takes whatever it finds there. */
async function inFolder(folder: string, act: () => Promise<unknown>): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    await act();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

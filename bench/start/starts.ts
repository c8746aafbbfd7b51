import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ENDPOINTS } from '@moot/wire';
import type { Browser } from 'playwright-core';
import { asResearcher } from '../serving/asking.ts';
import { npmStart, type Started } from './npm-start.ts';

/** A start with everything installed and built, and a database that exists; in ms from the command. */
export interface Start {
  readonly addressMs: number;
  readonly pageMs: number;
}

/** Starts Moot with `npm start` so many times, after a first time that makes the database and what else is missing. */
export async function measureStarts(browser: Browser, repeats: number): Promise<readonly Start[]> {
  const folder = await mkdtemp(join(tmpdir(), 'moot-bench-'));
  try {
    // Run by root, PostgreSQL is another user.
    await chmod(folder, 0o755);
    const data = join(folder, 'data');
    await demonstrated(await npmStart(data));
    const starts: Start[] = [];
    for (let i = 0; i < repeats; i += 1) starts.push(await measureOne(browser, data));
    return starts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until the demonstration, which the first start begins, is over. */
async function demonstrated(started: Started): Promise<void> {
  try {
    const ask = await asResearcher(started);
    const end = performance.now() + 300_000;
    const isOver = async () =>
      (await ask(ENDPOINTS.experiments)).experiments.every(({ runs, ended }) => ended === runs);
    while (!(await isOver()) && performance.now() < end) await pause(500);
  } finally {
    await started.stop();
  }
}

async function measureOne(browser: Browser, data: string): Promise<Start> {
  const since = performance.now();
  const { url, ms, stop } = await npmStart(data);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('h1').first().waitFor({ timeout: 60_000 });
    return { addressMs: ms, pageMs: performance.now() - since };
  } finally {
    await context.close();
    await stop();
  }
}

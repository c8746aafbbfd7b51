import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readSettings } from '@moot/server';
import { serve } from '@moot/server/serve';
import { openBrowser } from './chromium.ts';
import { deskOn, giveBelief, goTheWay, slideTo, whenEnabled } from './judge.ts';
import { keeping, type Keeping } from './keeping.ts';

const TO = fileURLToPath(new URL('../../../../docs/screenshots/', import.meta.url));
const PRESET = fileURLToPath(new URL('../../../../presets/first-debate.yaml', import.meta.url));

/** What is drawn: a server with the demonstration, and a debate before a judge. */
interface Scene extends Keeping {
  readonly url: string;
  readonly browser: Browser;
  /** A cookie jar of a researcher. */
  readonly signedIn: NonNullable<BrowserContextOptions['storageState']>;
  /** What the clock of every page shows, so that the pictures do not differ by when they were made. */
  readonly now: Date;
}

/** Draws the pages of a demonstration into docs/screenshots. */
async function main(): Promise<void> {
  await mkdir(TO, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), `moot-screenshots-`));
  const read = readSettings({ HOST: '127.0.0.1', PORT: '0', MOOT_DATA: 'data', MOOT_UNDO_SECONDS: '0.3' }, folder);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { engine, listening, close } = await serve(read.settings, console.log);
  const browser = await openBrowser();
  try {
    if (!listening) throw new Error('the server does not listen');
    const kept = keeping(engine, listening.url);
    await demonstrated(kept);
    await kept.start((await readFile(PRESET, 'utf8')).replace(', pace: 35', ''));
    const signedIn = await signIn(browser, await listening.signInLink());
    const [row] = await kept.rows(`select max(ended_at) + interval '12 minutes' as now from run`);
    const now = row?.now instanceof Date ? row.now : new Date();
    await drawn({ ...kept, url: listening.url, browser, signedIn, now });
  } finally {
    await browser.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits for the simulated players of the demonstration. */
async function demonstrated({ rows }: Keeping): Promise<void> {
  for (;;) {
    const [row] = await rows('select count(*)::int as left from run where ended_at is null');
    if (row?.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function signIn(browser: Browser, link: string): Promise<Scene['signedIn']> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('link', { name: 'demo' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

async function drawn(scene: Scene): Promise<void> {
  await office(scene);
  const [welcome = '', ...debates] = await scene.invite('first-debate', 2);
  const page = await pageOf(scene, {});
  await page.goto(welcome);
  await shot(page, page.getByRole('button', { name: 'Go on' }).waitFor(), 'welcome');
  for (const link of debates) await desk(scene, link);
}

/** The judge's desk after the first round, with a belief that is about to be given. */
async function desk(scene: Scene, link: string): Promise<void> {
  const page = await pageOf(scene, {});
  await page.goto(link);
  await goTheWay(page);
  const seen = deskOn(page);
  await giveBelief(seen, 'Before round 1', 0.5);
  await seen.heading('After round 1').waitFor();
  await whenEnabled(seen.fix);
  await slideTo(seen, 0.72);
  await shot(page, seen.echo.waitFor(), 'desk-debate.light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, seen.echo.waitFor(), 'desk-debate.dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await shot(page, seen.echo.waitFor(), 'desk-debate.phone');
}

async function office(scene: Scene): Promise<void> {
  const page = await pageOf(scene, { storageState: scene.signedIn });
  const [run] = await scene.rows(`select run.id from run join arm on arm.id = run.arm_id where arm.name = 'debate'
    and run.ended_at is not null order by run.seed limit 1`);
  const places = [
    ['experiments', '/', page.getByRole('region', { name: 'Experiments' })],
    ['experiment', '/experiments/demo', page.getByRole('region', { name: 'Table of runs' })],
    ['results', '/experiments/demo/results', page.locator('figure svg')],
    ['run', `/runs/${String(run?.id)}`, page.getByRole('region', { name: 'Prompt' })],
  ] as const;
  for (const [name, path, shown] of places) {
    await page.goto(scene.url + path);
    await shot(page, shown.waitFor(), name);
  }
  await page.goto(`${scene.url}/experiments/new`);
  await page.getByRole('button', { name: /first-debate/ }).click();
  await page.getByText('Judges needed').waitFor();
  await shot(page, page.locator('.cm-content').waitFor(), 'editor');
}

async function pageOf({ browser, now }: Scene, options: BrowserContextOptions): Promise<Page> {
  const usual = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' };
  const context = await browser.newContext({ ...usual, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  return page;
}

async function shot(page: Page, ready: Promise<unknown>, name: string): Promise<void> {
  await ready;
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${TO}${name}.png`, animations: 'disabled', caret: 'hide' });
}

await main();

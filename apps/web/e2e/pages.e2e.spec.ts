import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser } from './testing/chromium.ts';
import { lookedAt, tabTo } from './testing/checks.ts';
import { startEndpoint, type Endpoint } from './testing/endpoint.ts';
import { openHouse, type House } from './testing/house.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const experiment = (name: string, sample: number, debater: string) => `
name: ${name}
title: Who is right
seed: 3
questions: { dataset: worlds, sample: ${sample} }
arms:
  debate:
    protocol: debate
    setup: { order: sequential, rounds: 1, beliefs: each-round }
    seats: { debater: ${debater}, judge: people }
`;

let endpoint: Endpoint;
let house: House;
let browser: Browser;
let researcher: Visitor;
let runs: ReadonlyMap<string, string>;

beforeAll(async () => {
  endpoint = await startEndpoint(() => 404);
  [house, browser] = await Promise.all([openHouse(endpoint.environment), openBrowser()]);
  await house.importAs('worlds', 'worlds', 'seed=4,count=40');
  await house.start(experiment('judged', 2, 'sim/debater'));
  await house.start(experiment('simulated', 3, 'sim/debater'), 'simulated');
  await house.start(experiment('failed', 1, 'openai/broken'), 'simulated');
  await house.invite('judged', 2);
  researcher = await visitorOf(browser, house);
  const office = await researcher.open(await house.signInLink());
  await office.getByRole('heading', { name: 'Experiments' }).waitFor();
  await settled();
  runs = new Map((await house.rows(RUNS)).map(({ name, id }) => [String(name), String(id)]));
});
afterAll(async () => {
  await browser.close();
  await house.close();
  await endpoint.close();
});
afterEach(() => {
  expect(researcher.faults()).toEqual([]);
});

const RUNS = `select distinct on (experiment.name) experiment.name, run.id
  from run join experiment on experiment.id = run.experiment_id order by experiment.name, run.replicate`;

/** The simulated runs have come to their end, and the broken one to its failure. */
async function settled(): Promise<void> {
  const isSettled = async () => {
    const [row] = await house.rows(`select (select count(*)::int from failure) as failed,
      (select count(*)::int from run where ended_at is not null) as ended`);
    return row?.failed === 1 && row.ended === 3;
  };
  await vi.waitUntil(isSettled, { timeout: 120_000, interval: 100 });
}

it.each<readonly [string, string, (page: Page) => Promise<unknown>]>([
  ['the experiments', '/', (page) => page.getByRole('link', { name: 'judged' }).waitFor()],
  [
    'where an experiment begins',
    '/experiments/new',
    (page) => page.getByRole('button', { name: /first-debate/ }).waitFor(),
  ],
  ['an experiment', '/experiments/simulated', (page) => page.getByRole('region', { name: 'Table of runs' }).waitFor()],
  ['an experiment whose run failed', '/experiments/failed', (page) => page.getByRole('alert').waitFor()],
  [
    'the judges',
    '/experiments/judged?show=judges',
    (page) => page.getByRole('button', { name: 'Invite judges' }).waitFor(),
  ],
  ['the file', '/experiments/judged?show=file', (page) => page.getByText('Frozen under').waitFor()],
  ['the results', '/experiments/simulated/results', (page) => page.getByRole('table').waitFor()],
  [
    'results that are still to come',
    '/experiments/judged/results',
    (page) => page.getByText('once the first verdict').waitFor(),
  ],
  ['the data sets', '/datasets', (page) => page.getByRole('link', { name: 'worlds' }).waitFor()],
  ['the questions', '/datasets/worlds', (page) => page.getByRole('region', { name: 'Questions' }).waitFor()],
  ['an address that leads nowhere', '/nowhere', (page) => page.getByRole('heading').waitFor()],
])('%s', async (_name, path, there) => {
  const page = await researcher.open(path);
  await there(page);
  expect(await lookedAt(page)).toEqual([]);
  await page.close();
});

it('the editor, with a draft and with a fault in it', async () => {
  const page = await researcher.open('/experiments/new');
  await page.getByRole('button', { name: /first-debate/ }).click();
  await page.getByText('demo').first().waitFor();
  await page.getByText(/^Waits for \d/).waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.close();
});

it('a run with a call open, and one that waits for a decision', async () => {
  const page = await researcher.open(`/runs/${runs.get('simulated') ?? ''}`);
  await page.getByRole('region', { name: 'Model calls' }).getByRole('button').first().click();
  await page.getByRole('region', { name: 'Prompt' }).waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.goto(`${house.url}/runs/${runs.get('failed') ?? ''}`);
  await page.getByRole('button', { name: 'Pass the turn' }).click();
  expect(await lookedAt(page)).toEqual([]);
  await page.close();
});

it('a text at the side, and a question before something is revoked', async () => {
  const page = await researcher.open('/datasets/worlds');
  await page.getByRole('region', { name: 'Questions' }).getByRole('button').first().click();
  await page.getByRole('region', { name: 'Text' }).waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.goto(`${house.url}/experiments/judged?show=judges`);
  await page.getByRole('button', { name: 'Revoke' }).last().click();
  await page.getByRole('dialog').waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.close();
});

it('an experiment can be started with the keyboard alone', async () => {
  const fresh = await visitorOf(browser, house);
  const page = await fresh.open(await house.signInLink());
  await page.getByRole('heading', { name: 'Experiments' }).waitFor();
  for (const [name, key] of [
    ['New experiment', 'Enter'],
    [/first-debate$/, 'Enter'],
    [/^simulated players$/, 'Space'],
  ] as const) {
    await tabTo(page, name);
    await page.keyboard.press(key);
  }
  await page.getByRole('button', { name: 'simulated players', pressed: true }).waitFor();
  expect(fresh.faults()).toEqual([]);
  await fresh.leave();
});

it('nothing moves for those who want it still', async () => {
  const still = await visitorOf(browser, { ...house, reducedMotion: 'reduce' });
  const page = await still.open(await house.signInLink());
  await page.getByRole('link', { name: 'judged' }).waitFor();
  expect(await page.evaluate(MOVING)).toBe(0);
  expect(still.faults()).toEqual([]);
  await still.leave();
});

const MOVING = () =>
  document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1).length;

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser } from './testing/chromium.ts';
import { startEndpoint, type Endpoint } from './testing/endpoint.ts';
import { openHouse, type House } from './testing/house.ts';
import { deskOn, giveBelief, goTheWay, type DeskSeen } from './testing/judge.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const EXPERIMENT = `
name: broken
seed: 3
questions: { dataset: worlds, sample: 3 }
arms:
  debate:
    protocol: debate
    setup: { order: sequential, rounds: 1, beliefs: each-round }
    seats: { A: openai/broken, B: sim/debater, judge: people }
judges: { perJudge: 1 }
`;

let isBroken = true;
let endpoint: Endpoint;
let house: House;
let browser: Browser;
let links: readonly string[];
let judge: Visitor;
let researcher: Visitor;
let office: Page;
beforeAll(async () => {
  endpoint = await startEndpoint(() => (isBroken ? 404 : ['<speech>It is mended.</speech>']));
  [house, browser] = await Promise.all([openHouse(endpoint.environment), openBrowser()]);
  await house.importAs('worlds', 'worlds', 'seed=4,count=40');
  await house.start(EXPERIMENT);
  links = await house.invite('broken', 3);
  researcher = await visitorOf(browser, house);
  office = await researcher.open(await house.signInLink());
  await office.getByRole('heading', { name: 'Experiments' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await house.close();
  await endpoint.close();
});
beforeEach(async () => {
  judge = await visitorOf(browser, house);
});
afterEach(async () => {
  expect([...judge.faults(), ...researcher.faults()]).toEqual([]);
  await judge.leave();
});

/** A judge comes to the turn that fails, and the researcher to the page of its run. */
async function comeToFailure(link = ''): Promise<DeskSeen> {
  const desk = deskOn(await judge.open(link));
  await goTheWay(desk.page);
  await giveBelief(desk, 'Before round 1', 0.6);
  await desk.page.getByText('A could not speak. The researcher has been told; you need do nothing.').first().waitFor();
  expect(await desk.page.getByRole('alert').count()).toBe(0);
  await office.goto(`${house.url}/experiments/broken`);
  await office.getByRole('alert').getByRole('link').first().click();
  await office.getByText('The run waits for you.').waitFor();
  return desk;
}

async function settle(how: string, why: string, done: string): Promise<void> {
  await office.getByRole('button', { name: how }).click();
  await office.getByLabel(/^Reason/).fill(why);
  await office.getByRole('button', { name: done }).click();
  await office.getByRole('heading', { name: 'Audit' }).waitFor();
  await office.getByRole('listitem').filter({ hasText: why }).first().waitFor();
}

it('a turn that failed is told calmly, and taken when the model is asked again', async () => {
  const desk = await comeToFailure(links[0]);
  isBroken = false;
  await settle('Retry', 'The endpoint is back.', 'Ask the model again');
  await desk.speech('A').getByText('It is mended.').waitFor();
  isBroken = true;
  await giveBelief(desk, 'After round 1', 0.6);
  await endRun(desk);
});

it('a turn that is passed counts as taken, with nothing said', async () => {
  const desk = await comeToFailure(links[1]);
  await settle('Pass the turn', 'It cannot be helped.', 'Pass the turn');
  await giveBelief(desk, 'After round 1', 0.7);
  await endRun(desk);
});

it('a run that is given up ends for its judge too, and counts in no result', async () => {
  const desk = await comeToFailure(links[2]);
  await settle('Abandon the run', 'Enough of it.', 'Abandon the run');
  await desk.heading('That was all').waitFor();
  expect(await house.rows('select count(p_correct)::int as beliefs from results.verdicts')).toEqual([{ beliefs: 2 }]);
  const decided = await house.rows(
    `select distinct detail ->> 'why' as why from audit where detail ? 'why' order by why`,
  );
  expect(decided.map(({ why }) => why)).toEqual(
    expect.arrayContaining(['Enough of it.', 'It cannot be helped.', 'The endpoint is back.']),
  );
});

async function endRun(desk: DeskSeen): Promise<void> {
  await desk.heading('Your verdict').waitFor();
  await desk.page.keyboard.press('1');
  await desk.page.keyboard.press('Control+Enter');
  await desk.heading('That was all').waitFor();
}

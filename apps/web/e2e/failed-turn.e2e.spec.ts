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
/** Both of its runs are one judge's. */
const PAIR = EXPERIMENT.replace('broken', 'pair')
  .replace('sample: 3', 'sample: 2')
  .replace(/judges: .*\n$/, '');

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
  await house.start(PAIR);
  links = [...(await house.invite('broken', 3)), ...(await house.invite('pair'))];
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
  judge = await visitorOf(browser, { ...house, expected: /status of 401/ });
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
  await openFailure('broken');
  return desk;
}

async function openFailure(experiment: string): Promise<void> {
  await office.goto(`${house.url}/experiments/${experiment}`);
  await office.getByRole('alert').getByRole('link').first().click();
  await office.getByText('The run waits for you.').waitFor();
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

it('a run that is given up ends for its judge too, and is an abstention in the results', async () => {
  const desk = await comeToFailure(links[2]);
  await settle('Abandon the run', 'Enough of it.', 'Abandon the run');
  await desk.heading('That was all').waitFor();
  const counted = await house.rows(
    `select count(correct)::int as counted, count(*) filter (where abstained)::int as abstained from results.verdicts`,
  );
  expect(counted).toEqual([{ counted: 2, abstained: 1 }]);
  const decided = await house.rows(
    `select distinct detail ->> 'why' as why from audit where detail ? 'why' order by why`,
  );
  expect(decided.map(({ why }) => why)).toEqual(
    expect.arrayContaining(['Enough of it.', 'It cannot be helped.', 'The endpoint is back.']),
  );
});

it('a run that waits is said to be paused before another comes, and one that was given up to have ended', async () => {
  const desk = deskOn(await judge.open(links[3] ?? ''));
  const goesOn = desk.button('Go on to the next run');
  await goTheWay(desk.page);
  await giveBelief(desk, 'Before round 1', 0.6);
  await desk.page
    .getByText(/^(A could not speak|The run before is paused)/)
    .first()
    .waitFor();
  await desk.page.reload();
  await desk.heading('The run before is paused.').waitFor();
  await goesOn.click();
  await desk.heading('Before round 1').waitFor();
  await desk.page.reload();
  await desk.heading('Before round 1').waitFor();

  await openFailure('pair');
  await settle('Abandon the run', 'It cannot go on.', 'Abandon the run');
  await desk.page.reload();
  await desk.heading('This run has ended.').waitFor();
  await goesOn.click();
  await desk.heading('Before round 1').waitFor();
});

it('a link that was revoked says so, and offers nothing that is of no use', async () => {
  const desk = deskOn(await judge.open(links[3] ?? ''));
  await desk.heading('This run has ended.').waitFor();
  await house.rows(`update invitation set revoked_at = now() where id = $1 returning id`, idIn(links[3]));
  await desk.page.reload();
  await desk.heading('This link does not open').waitFor();
  await desk.page.getByText('It was cut short, or it was withdrawn.').waitFor();
  expect(await desk.button('Try again').count()).toBe(0);
});

function idIn(link = ''): string {
  return /\/judge\/([\w-]+)/.exec(link)?.[1] ?? '';
}

async function endRun(desk: DeskSeen): Promise<void> {
  await desk.heading('Your verdict').waitFor();
  await desk.page.keyboard.press('1');
  await desk.page.keyboard.press('Control+Enter');
  await desk.heading('That was all').waitFor();
}

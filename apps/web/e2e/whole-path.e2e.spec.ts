import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './testing/chromium.ts';
import { openHouse, type House } from './testing/house.ts';
import * as judging from './testing/judge.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const { believed, deskOn, giveBelief, giveVerdict, goTheWay, whenEnabled } = judging;

let house: House;
let browser: Browser;
let researcher: Visitor;
let judge: Visitor;
let office: Page;
let link: string;
/** What the judge's page said of each verdict, in the order in which they were given. */
const said: judging.Believed[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  await house.importAs('demo', 'worlds', 'seed=6,count=40');
  [researcher, judge] = await Promise.all([visitorOf(browser, house), visitorOf(browser, house)]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
afterEach(() => {
  expect([...researcher.faults(), ...judge.faults()]).toEqual([]);
});

it('a researcher signs in by the link, starts a preset, and invites a judge', async () => {
  office = await researcher.open(await house.signInLink());
  await office.getByRole('link', { name: 'New experiment' }).first().click();
  await office.getByRole('button', { name: /first-debate/ }).click();
  await office.getByRole('button', { name: 'Freeze and start' }).click();
  await office.getByRole('heading', { level: 1, name: 'Who is right about a text' }).waitFor();
  await office.getByRole('link', { name: 'Judges' }).click();
  await office.getByRole('button', { name: 'Invite judges' }).click();
  link = await office.getByRole('region', { name: 'New links' }).locator('code').first().innerText();
  expect(link).toMatch(/^http.*\/judge\/\w+#/);
});

it('the judge comes to the first debate, and gives a belief with the keyboard alone', async () => {
  const page = await judge.open(link);
  await goTheWay(page);
  const desk = deskOn(page);
  await desk.heading('Before round 1').waitFor();
  await page.keyboard.press('1');
  await desk.echo.waitFor();
  expect(await believed(desk)).toMatchObject({ percent: 60 });
  for (const key of ['ArrowLeft', 'Shift+ArrowLeft', '2']) await page.keyboard.press(key);
  expect(await believed(desk)).toMatchObject({ percent: 66 });
  await page.keyboard.press('Control+Enter');
});

it('both debaters are heard while they speak, and their quotes are marked', async () => {
  const desk = deskOn(there(judge.context.pages()[0]));
  const each = ['A', 'B'].map((seat) => desk.speech(seat));
  await Promise.all(each.map((speech) => speech.and(desk.page.locator('[aria-busy="true"]')).waitFor()));
  await Promise.all(each.map((speech) => speech.and(desk.page.locator('[aria-busy="false"]')).waitFor()));
  for (const speech of each) await speech.getByRole('img', { name: 'verbatim' }).first().waitFor();
});

it('what was given can be taken back, and given again', async () => {
  const desk = deskOn(there(judge.context.pages()[0]));
  house.undoFor(600);
  await giveBelief(desk, 'After round 1', 0.7);
  await desk.undo.click();
  await whenEnabled(desk.fix);
  house.undoFor(0.3);
  await giveBelief(desk, 'After round 1', 0.8);
  await giveBelief(desk, 'After round 2', 0.9);
  await desk.heading('Your verdict').waitFor();
  const submissions = await house.rows('select outcome from submission order by saved_at');
  expect(submissions.map(({ outcome }) => outcome)).toEqual(['fixed', 'taken-back', 'fixed', 'fixed']);
});

it('the researcher follows the same run as it goes on', async () => {
  await office.getByRole('link', { name: 'Runs' }).click();
  const [row] = await house.rows('select id from run where begun_at is not null');
  await office.locator(`a[href="/runs/${String(row?.id)}"]`).click();
  await office.getByText('following live').waitFor();
  for (const seat of ['A', 'B']) await office.locator(`[data-speech="${seat}"]`).first().waitFor();
});

it('the verdict is kept as the page said it, in both orders of the choices', async () => {
  const desk = deskOn(there(judge.context.pages()[0]));
  said.push(await giveVerdict(desk, 0.93, 'B was evasive.'));
  for (const share of [0.12, 0.77]) {
    await desk.button('Go on to the next run').click();
    await giveBelief(desk, 'Before round 1', 0.4);
    await giveBelief(desk, 'After round 1', 0.3);
    await giveBelief(desk, 'After round 2', 0.2);
    said.push(await giveVerdict(desk, share));
  }
  await desk.heading('That was all').waitFor();

  const kept = await house.rows(VERDICTS);
  const expected = said.map(({ answer, percent }, i) => {
    const pCorrect = answer === kept[i]?.truth ? percent / 100 : 1 - percent / 100;
    return { arm: 'debate', correct: pCorrect > 0.5 ? 1 : 0, pCorrect: pCorrect.toFixed(4), seats: 'A,B' };
  });
  expect(kept.map(({ truth: _truth, choices: _choices, ...verdict }) => verdict)).toEqual(expected);
  expect(new Set(kept.map(({ choices }) => choices))).toEqual(new Set(['0,1', '1,0']));
});

const VERDICTS = `
  select v.arm, v.correct::float as correct, to_char(v.p_correct, 'FM0.0000') as "pCorrect", array_to_string(v.simulated_seats, ',') as seats,
    question.options[question.truth + 1] as truth, array_to_string(run.choices, ',') as choices
  from results.verdicts v join run on run.id = v.run_id join question on question.id = run.question_id
  order by run.ended_at`;

it('the run is replayed, and a model call opened', async () => {
  await office.getByText('B was evasive.').waitFor();
  await office.getByRole('button', { name: 'Replay' }).click();
  await office.getByRole('button', { name: 'Pause' }).click();
  await office.keyboard.press('Home');
  await office.getByRole('region', { name: 'Model calls' }).getByRole('button').first().click();
  await office.getByRole('region', { name: 'Prompt' }).getByText('judge').first().waitFor();
  await office.getByRole('button', { name: 'Reply', exact: true }).click();
  await office.getByRole('region', { name: 'Reply' }).getByText('<speech>').waitFor();
});

it('the results say how often the judge was right, with the interval', async () => {
  await office.getByRole('link', { name: 'first-debate' }).click();
  await office.getByRole('link', { name: 'Results' }).first().click();
  // The page before has rows of that name, too.
  await office.getByRole('heading', { name: 'Results', level: 1 }).waitFor();
  const right = office.getByRole('row', { name: /^debate/ }).first();
  await right.waitFor();
  await office.getByText('Simulated players sat in debate (A, B): this says nothing about people or models.').waitFor();
  expect(await right.getByRole('rowheader').innerText()).toContain('simulated: A and B');
  const cells = await right.getByRole('cell').allInnerTexts();
  expect(cells.slice(0, 2)).toEqual(['3', '1']);
  expect(cells.join(' ')).toMatch(/\d+\.\d\s%.* \d+\.\d to \d+\.\d/);
});

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

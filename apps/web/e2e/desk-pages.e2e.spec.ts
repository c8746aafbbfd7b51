import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './testing/chromium.ts';
import { lookedAt, tabTo } from './testing/checks.ts';
import { gate, startEndpoint, type Endpoint } from './testing/endpoint.ts';
import { openHouse, type House } from './testing/house.ts';
import { deskOn, slideTo, whenEnabled } from './testing/judge.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const EXPERIMENT = `
name: judged
title: Who is right
seed: 3
questions: { dataset: worlds, sample: 2 }
arms:
  debate:
    protocol: debate
    setup: { order: sequential, rounds: 1, beliefs: each-round }
    seats: { A: openai/plain, B: openai/held, judge: people }
    feedback: truth
`;

/** The second speech is not ended before the page has been looked at while it is made. */
const rest = gate();
const SAID = 'It is as <quote>the street was quiet</quote> says, and as <quote>nobody ever said at all</quote>.';

let endpoint: Endpoint;
let house: House;
let browser: Browser;
let judge: Visitor;
let page: Page;

beforeAll(async () => {
  endpoint = await startEndpoint(({ model }) => [
    `<speech>${SAID}`,
    model === 'held' ? rest.opened.then(() => ' So it is.') : '',
    '</speech>',
  ]);
  [house, browser] = await Promise.all([openHouse(endpoint.environment), openBrowser()]);
  await house.importAs('worlds', 'worlds', 'seed=4,count=16');
  await house.start(EXPERIMENT);
  const [link = ''] = await house.invite('judged');
  judge = await visitorOf(browser, { ...house, reducedMotion: 'reduce', expected: /status of 400/ });
  page = await judge.open(link);
});
afterAll(async () => {
  rest.open();
  await browser.close();
  await house.close();
  await endpoint.close();
});
afterEach(() => {
  expect(judge.faults()).toEqual([]);
});

it('the pages of the way, gone with the keyboard alone', async () => {
  for (const name of ['Go on', 'I agree, go on', 'Begin']) {
    await page.getByRole('button', { name, exact: true }).waitFor();
    expect(await lookedAt(page)).toEqual([]);
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }
});

it('the desk before the first speech, untouched and with a draft', async () => {
  const desk = deskOn(page);
  await desk.heading('Before round 1').waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await tabTo(page, 'Your belief');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await desk.echo.waitFor();
  expect(await lookedAt(page)).toEqual([]);
});

it('the desk with a belief that can be taken back, and while a speech is made', async () => {
  const desk = deskOn(page);
  house.undoFor(600);
  await page.keyboard.press('Control+Enter');
  await desk.undo.waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.keyboard.press('z');
  await whenEnabled(desk.fix);
  house.undoFor(0.3);
  await page.keyboard.press('Control+Enter');
  await desk.speech('B').and(page.locator('[aria-busy="true"]')).waitFor();
  expect(await lookedAt(page)).toEqual([]);
  expect(await page.evaluate(MOVING)).toBe(0);
});

it('the panes of a narrow desk, and the sheet of keys', async () => {
  await page.setViewportSize({ width: 390, height: 900 });
  for (const name of ['Question', 'Quotes', 'Transcript']) {
    await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name }).click();
    expect(await lookedAt(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('the verdict with its reason, and the look back at it', async () => {
  const desk = deskOn(page);
  rest.open();
  await desk.heading('After round 1').waitFor();
  await whenEnabled(desk.fix);
  await page.keyboard.press('Control+Enter');
  await desk.heading('Your verdict').waitFor();
  await slideTo(desk, 0.8);
  await page.getByLabel('Your reason').fill('It hangs together.');
  expect(await lookedAt(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await desk.button('Go on to the next run').waitFor();
  expect(await lookedAt(page)).toEqual([]);
});

it('a link that does not open', async () => {
  const lost = await judge.open('/judge/nobody#secret');
  await lost.getByRole('heading', { name: 'This link does not open' }).waitFor();
  expect(await lost.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  expect(await lookedAt(lost)).toEqual([]);
  await lost.close();
});

it('the next run is judged to the end, and the last page thanks', async () => {
  const desk = deskOn(page);
  await tabTo(page, 'Go on to the next run');
  await page.keyboard.press('Enter');
  for (const title of ['Before round 1', 'After round 1', 'Your verdict']) {
    await desk.heading(title).waitFor();
    await page.keyboard.press('1');
    await whenEnabled(desk.button(/^(Fix|Keep|Submit the verdict)/));
    await page.keyboard.press('Control+Enter');
  }
  await desk.heading('That was all').waitFor();
  expect(await lookedAt(page)).toEqual([]);
});

/** Movements that take longer than anybody sees. */
const MOVING = () =>
  document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1).length;

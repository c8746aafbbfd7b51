import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookedAt } from './testing/checks.ts';
import { openBrowser } from './testing/chromium.ts';
import { openHouse, type House } from './testing/house.ts';
import { deskOn, goTheWay, slideTo } from './testing/judge.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const EXPERIMENT = `
name: hurried
title: Who is right
seed: 3
questions: { dataset: worlds, sample: 1 }
arms:
  timed: { protocol: direct, setup: { source: shown, seconds: 15 }, seats: { judge: people } }
`;

let house: House;
let browser: Browser;
let judge: Visitor;
let page: Page;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse({}), openBrowser()]);
  await house.importAs('worlds', 'worlds', 'seed=4,count=16');
  await house.start(EXPERIMENT);
  const [link = ''] = await house.invite('hurried');
  judge = await visitorOf(browser, { ...house, reducedMotion: 'reduce' });
  page = await judge.open(link);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

it('the clock is started with a button, is said, and what is set when it ends is submitted by itself', async () => {
  await goTheWay(page);
  const begin = page.getByRole('button', { name: 'Begin: you have 15 seconds' });
  await begin.waitFor();
  expect(await lookedAt(page)).toEqual([]);
  await page.reload();
  await begin.click();
  await page
    .locator('.time-left')
    .filter({ hasText: /^\d+\ss left$/ })
    .waitFor();
  const desk = deskOn(page);
  await desk.heading('Your verdict').waitFor();
  await slideTo(desk, 0.7);
  await page.getByText('That was all. Thank you.').waitFor();
  expect(await page.getByText('Your verdict is kept').count()).toBe(1);
  expect(judge.faults()).toEqual([]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './testing/chromium.ts';
import { startEndpoint, type Asked, type Endpoint } from './testing/endpoint.ts';
import { hostileLine, hostileText, HUGE, neutralWords, UNSEEN } from './testing/hostile.ts';
import { openHouse, type House } from './testing/house.ts';
import { deskOn, giveBelief, giveVerdict, whenEnabled } from './testing/judge.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const QUESTION = {
  key: hostileLine('key'),
  question: hostileLine('question'),
  options: [hostileLine('one'), hostileLine('two')],
  truth: 0,
  source: 'text',
};
const SOURCE = { kind: 'source', key: 'text', title: hostileLine('title'), text: hostileText('source') };
const EXPERIMENT = `
name: hostile
title: ${JSON.stringify(hostileLine('heading'))}
description: ${JSON.stringify(hostileLine('description'))}
seed: 3
questions: { dataset: hostile }
arms:
  debate:
    protocol: debate
    setup: { order: sequential, rounds: 2, beliefs: each-round }
    seats: { A: openai/script, B: { model: openai/huge, maxTokens: 32768 }, judge: people }
  model:
    protocol: direct
    setup: { source: shown }
    seats: { judge: openai/judge }
judges:
  consent: ${JSON.stringify(hostileLine('consent'))}
  instructions: ${JSON.stringify(hostileLine('instructions'))}
`;

let endpoint: Endpoint;
let house: House;
let browser: Browser;
let judge: Visitor;
let researcher: Visitor;
let page: Page;

beforeAll(async () => {
  endpoint = await startEndpoint((asked) => [reply(asked)]);
  [house, browser] = await Promise.all([openHouse(endpoint.environment), openBrowser()]);
  await importHostile();
  await house.start(EXPERIMENT);
  const [link = ''] = await house.invite('hostile');
  [judge, researcher] = await Promise.all([visitorOf(browser, house), visitorOf(browser, house)]);
  page = await judge.open(link);
});
afterAll(async () => {
  await browser.close();
  await house.close();
  await endpoint.close();
});
afterEach(() => {
  expect([...judge.faults(), ...researcher.faults()]).toEqual([]);
});

async function importHostile(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `moot-test-${process.pid}-`));
  const file = join(folder, 'hostile.jsonl');
  await writeFile(file, [SOURCE, QUESTION].map((row) => JSON.stringify(row)).join('\n'));
  await house.importAs('hostile', 'jsonl', file);
  await rm(folder, { recursive: true });
}

function reply({ model, prompt }: Asked): string {
  if (model === 'judge') return JSON.stringify({ reason: hostileText('reason'), probabilities: { 1: 70, 2: 30 } });
  const isSecond = prompt.includes('line-before');
  const huge = isSecond ? HUGE.quotes : `${HUGE.line}\n\n${HUGE.nested}`;
  const said = model === 'huge' ? huge : hostileText('script');
  return `<thinking>${hostileText('thinking')}</thinking><speech>${said}</speech>`;
}

/** Nothing of it has been more than text, it fits the page, and the words around it can be read. */
async function isHarmless(on: Page, words: readonly string[]): Promise<void> {
  await on
    .getByText(words[0] ?? '')
    .first()
    .waitFor();
  for (const width of [390, 1440]) {
    await on.setViewportSize({ width, height: 900 });
    // What is drawn for its width is drawn anew a moment after the page has another.
    await expect.poll(() => on.evaluate(LOOK), { timeout: 60_000 }).toEqual({ pwned: false, wide: [], foreign: 0 });
    const texts = await on.evaluate(TEXTS);
    expect(texts.filter((text) => UNSEEN.test(text)).map((text) => text.slice(0, 100))).toEqual([]);
  }
  const text = await on.innerText('body');
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
}

const LOOK = () => ({
  pwned: '__pwned' in window,
  wide:
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('main *')]
          .filter((each) => each.getBoundingClientRect().right > window.innerWidth && !each.closest('.scroll-x'))
          .map((each) => `${location.pathname}: ${each.tagName} ${each.className}`),
  foreign: document.querySelectorAll('iframe, embed, object, a[href^="javascript:"], a[href^="data:"], img[src=x]')
    .length,
});

/** All text of the page and all words in attributes, each with where it stands. */
const TEXTS = () =>
  [...document.querySelectorAll('*:not(style, script, textarea)')].flatMap((each) => {
    const own = [...each.childNodes].flatMap((node) => (node instanceof Text ? node.data : []));
    return [...own, ...[...each.attributes].map(({ value }) => value)].map((text) => `${each.className}: ${text}`);
  });

it('the pages of the way take no harm', async () => {
  await isHarmless(page, ['heading-before', 'heading-after']);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await page.getByText('consent-after').waitFor();
  await isHarmless(page, ['consent-before', 'consent-after']);
});

it('the desk takes no harm, and a belief can be given beside it', async () => {
  const desk = deskOn(page);
  await page.getByRole('button', { name: 'I agree, go on' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await giveBelief(desk, 'Before round 1', 0.6);
  await giveBelief(desk, 'After round 1', 0.7);
  await desk.heading('After round 2').waitFor();
  await whenEnabled(desk.fix);
  await isHarmless(page, [
    ...['question-before', 'question-after', 'one-before', 'two-after', ...neutralWords('script')],
    ...['line-before', 'line-after', 'nested-before', 'deep', 'nested-after', 'quotes-before', 'quotes-after'],
  ]);
  await giveBelief(desk, 'After round 2', 0.8);
});

it('nor does the page after it, with what the judge wrote themself', async () => {
  const desk = deskOn(page);
  await giveVerdict(desk, 0.9, hostileText('wrote'));
  await desk.heading('That was all').waitFor();
  await page.getByText('Add a later thought').click();
  await page.getByLabel('Later thought').fill(hostileText('later'));
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText(/^Added \d/).waitFor();
  await isHarmless(page, ['question-before', ...neutralWords('later')]);
});

it('the pages of researchers take no harm', async () => {
  const office = await researcher.open(await house.signInLink());
  await office.getByRole('heading', { name: 'Experiments' }).waitFor();
  const pages = [
    ['/', ['heading-before', 'heading-after']],
    ['/experiments/hostile', ['heading-after', 'description-after', 'question-before', 'question-after']],
    ['/experiments/hostile?show=file', ['heading-before', 'consent-after']],
    ['/datasets/hostile', ['question-before', 'one-after', 'title-before', 'title-after']],
  ] as const;
  for (const [path, words] of pages) {
    await office.goto(house.url + path);
    await office.getByText(words[0]).first().waitFor();
    await isHarmless(office, words);
  }
  await office.getByRole('button', { name: /title-before/ }).click();
  await office.getByText('source-after-0').waitFor();
  await isHarmless(office, neutralWords('source'));
});

it('nor do the pages of runs, with what models said and thought', async () => {
  const office = there(researcher.context.pages()[0]);
  const runs = await house.rows('select run.id, arm.name from run join arm on arm.id = run.arm_id');
  const idOf = (arm: string) => String(runs.find(({ name }) => name === arm)?.id);
  await office.goto(`${house.url}/runs/${idOf('debate')}`);
  await office.getByText('wrote-before-0').first().waitFor();
  await office.getByRole('region', { name: 'Model calls' }).getByRole('button').first().click();
  await office.getByRole('button', { name: 'Reply', exact: true }).click();
  await office.getByText('thinking-before-0').first().waitFor();
  await isHarmless(office, [
    ...['thinking', 'script', 'wrote'].flatMap(neutralWords),
    ...['line-after', 'nested-after', 'quotes-after'],
  ]);
  await office.goto(`${house.url}/runs/${idOf('model')}`);
  await office.getByText('reason-before-0').first().waitFor();
  await isHarmless(office, neutralWords('reason'));
});

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './testing/chromium.ts';
import { gate, startEndpoint, type Endpoint } from './testing/endpoint.ts';
import { openHouse, type House } from './testing/house.ts';
import { deskOn, slideTo, whenEnabled } from './testing/judge.ts';
import { CUT, visitorOf, type Visitor } from './testing/visitor.ts';

const EXPERIMENT = `
name: held
seed: 3
questions: { dataset: worlds, sample: 1 }
arms:
  debate:
    protocol: debate
    setup: { order: sequential, rounds: 1, quotes: none, beliefs: each-round }
    seats: { debater: openai/held, judge: people }
`;

/** Speeches stop in the middle until the test lets them go on. */
const middle = gate();

let endpoint: Endpoint;
let house: House;
let browser: Browser;
let judge: Visitor;
let link: string;
let page: Page;
beforeAll(async () => {
  endpoint = await startEndpoint(() => [
    '<speech>First words of it, ',
    middle.opened.then(() => 'last words of it.</speech>'),
  ]);
  [house, browser] = await Promise.all([openHouse(endpoint.environment), openBrowser()]);
  await house.importAs('worlds', 'worlds', 'seed=4,count=2');
  await house.start(EXPERIMENT);
  [link = ''] = await house.invite('held');
  judge = await visitorOf(browser, { ...house, expected: CUT });
  page = await judge.open(link);
});
afterAll(async () => {
  middle.open();
  await browser.close();
  await house.close();
  await endpoint.close();
});
afterEach(() => {
  expect(judge.faults()).toEqual([]);
});

/** What a page is expected to show, here and on a device that has only the link. */
interface Sight {
  readonly here: (page: Page) => Promise<unknown>;
  readonly elsewhere?: (page: Page) => Promise<unknown>;
}

/** Whatever happens to the page, it shows the same as before; the rows of the database are those that they were. */
async function withstands({ here, elsewhere = here }: Sight): Promise<void> {
  await here(page);
  const before = await kept();
  await page.reload();
  await here(page);

  await page.close();
  page = await judge.open(link.replace(/#.*/, ''));
  await here(page);

  const twin = await judge.open(page.url());
  await Promise.all([here(page), here(twin)]);
  await page.close();
  page = twin;
  await judge.context.setOffline(true);
  await here(page);
  await judge.context.setOffline(false);
  await here(page);

  const other = await visitorOf(browser, house);
  await elsewhere(await other.open(link));
  expect(other.faults()).toEqual([]);
  await other.leave();
  await here(page);
  expect(await kept()).toEqual(before);
}

/** All that is kept of judges. */
function kept() {
  return house.rows(`
    select (select count(*)::int from participant) as judges,
      array(select seat || ' ' || kind || ' ' || at from move order by made_at) as moves,
      array(select kind || ' ' || coalesce(outcome, 'saved') from submission order by saved_at) as submissions,
      (select count(*)::int from results.beliefs) as beliefs, (select count(*)::int from results.verdicts) as verdicts`);
}

const showsButton = (name: string) => (on: Page) => on.getByRole('button', { name, exact: true }).waitFor();
const showsText = (text: string | RegExp) => (on: Page) => on.getByText(text).first().waitFor();

it('the pages before the runs stay where they are', async () => {
  for (const name of ['Go on', 'I agree, go on', 'Begin']) {
    await withstands({ here: showsButton(name) });
    await page.getByRole('button', { name, exact: true }).click();
  }
  await deskOn(page).heading('Before round 1').waitFor();
  expect(await kept()).toMatchObject([{ judges: 1, moves: [], submissions: [] }]);
});

it('a belief that is not given yet is kept in this browser', async () => {
  await slideTo(deskOn(page), 0.7);
  await withstands({ here: showsText(/^You believe: .* 70\s%/), elsewhere: showsText('Where do you stand?') });
});

it('a belief that was given can be taken back from everywhere, as long as it is not fixed', async () => {
  house.undoFor(600);
  await deskOn(page).fix.click();
  await withstands({ here: (on) => deskOn(on).undo.waitFor() });
  await deskOn(page).undo.click();
  await whenEnabled(deskOn(page).fix);
  expect(await kept()).toMatchObject([{ moves: [], submissions: ['belief taken-back'] }]);
});

it('given in two tabs at once, a belief is given once', async () => {
  house.undoFor(0.3);
  const twin = await judge.open(page.url());
  await Promise.all([page, twin].map((on) => whenEnabled(deskOn(on).fix)));
  await Promise.all([page, twin].map((on) => deskOn(on).fix.click()));
  await Promise.all([page, twin].map((on) => deskOn(on).speech('A').waitFor()));
  await twin.close();
  expect(await kept()).toMatchObject([{ moves: ['judge belief round 0'], beliefs: 1 }]);
});

it('a speech is heard from its beginning, and goes on', async () => {
  const shows = async (on: Page) => {
    await deskOn(on).speech('A').getByText('First words of it,').waitFor();
    expect(await deskOn(on).speech('A').innerText()).not.toMatch(/First[^]*First/);
  };
  await withstands({ here: shows });
  middle.open();
  await deskOn(page).heading('After round 1').waitFor();
  for (const seat of ['A', 'B'])
    await deskOn(page).speech(seat).getByText('First words of it, last words of it.', { exact: true }).waitFor();
});

it('what is given without a connection says so, and is sent when it is back', async () => {
  await whenEnabled(deskOn(page).fix);
  await slideTo(deskOn(page), 0.8);
  await showsButton('Fix 80 %')(page);
  await judge.context.setOffline(true);
  await showsText('Reconnecting, your work is kept')(page);
  await deskOn(page).fix.click();
  await showsText('Not sent yet: 1 belief')(page);
  await judge.context.setOffline(false);
  await showsText(/^Saved \d\d:\d\d:\d\d/)(page);
  await deskOn(page).heading('Your verdict').waitFor();
  expect(await kept()).toMatchObject([{ beliefs: 2, verdicts: 0 }]);
});

it('a verdict that is being written is kept in this browser, with its reason', async () => {
  await slideTo(deskOn(page), 0.9);
  await page.getByLabel('Your reason').fill('It hangs together.');
  await withstands({
    here: async (on) => {
      await showsText(/^You believe: .* 90\s%/)(on);
      expect(await on.getByLabel('Your reason').inputValue()).toBe('It hangs together.');
    },
    elsewhere: showsText(/^You believe: .* 80\s%/),
  });
});

it('a verdict that was given and not sent is sent by the next page that is opened', async () => {
  house.undoFor(600);
  await judge.context.setOffline(true);
  await deskOn(page).verdict.click();
  await showsText('Not sent yet: 1 verdict')(page);
  await page.close();
  await judge.context.setOffline(false);
  page = await judge.open(link.replace(/#.*/, ''));
  await withstands({ here: (on) => deskOn(on).undo.waitFor() });
  await deskOn(page).undo.click();
  house.undoFor(0.3);
  await whenEnabled(deskOn(page).verdict);
  await deskOn(page).verdict.click();
});

it('at the end everything is there once', async () => {
  await withstands({ here: (on) => deskOn(on).heading('That was all').waitFor() });
  expect(await kept()).toMatchObject([
    {
      judges: 1,
      moves: [
        'judge belief round 0',
        'A speech round 1',
        'B speech round 1',
        'judge belief round 1',
        'judge verdict end',
      ],
      beliefs: 2,
      verdicts: 1,
    },
  ]);
  expect(await house.rows('select reason from results.verdicts')).toEqual([{ reason: 'It hangs together.' }]);
});

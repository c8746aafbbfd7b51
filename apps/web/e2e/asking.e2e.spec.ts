import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { lookedAt } from './testing/checks.ts';
import { openBrowser } from './testing/chromium.ts';
import { openHouse, type House } from './testing/house.ts';
import { deskOn, giveBelief, giveVerdict, goTheWay, whenEnabled, type DeskSeen } from './testing/judge.ts';
import { visitorOf, type Visitor } from './testing/visitor.ts';

const ADVICE = `
name: advised
seed: 3
questions: { dataset: worlds, sample: 1 }
arms:
  alone:
    protocol: consultancy
    setup: { form: assigned, rounds: { min: 1, max: 2 }, questions: 1, penalty: 0.05 }
    seats: { consultant: sim/consultant, judge: people }
`;
const AGAIN = `
name: again
seed: 3
questions: { dataset: worlds, sample: 1 }
arms:
  stepped: { transcripts: { experiment: advised, arm: alone }, shown: stepped, seats: { judge: people } }
`;

let house: House;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  await house.importAs('worlds', 'worlds', 'seed=4,count=40');
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
afterEach(() => {
  expect(visitors.flatMap((visitor) => visitor.faults())).toEqual([]);
});

it('a judge asks the only one who can be asked, hears the answer, goes on and judges', async () => {
  const desk = await judgeOf(ADVICE, 'advised');
  await desk.heading('After round 1').waitFor();
  await desk.page.getByText('Each further round costs your score 0.05 bits.').first().waitFor();
  await desk.button('Ask a question').click();
  await desk.page.getByText('Put to the consultant.').waitFor();
  await desk.page.getByLabel('Your question').fill('Where does the text say so?');
  await desk.page.getByText('At most 60 words; now 6.').waitFor();
  expect(await lookedAt(desk.page)).toEqual([]);
  await submit(desk);
  await desk.speech('consultant').getByText('answers the judge').waitFor();
  await goOn(desk);
  await desk.heading('After round 2').waitFor();
  await goOn(desk);
  await giveVerdict(desk, 0.7);
  await desk.heading('That was all').waitFor();
});

it('another goes through what was said step by step, has seen enough, and judges', async () => {
  const desk = await judgeOf(AGAIN, 'again');
  await desk.heading('Before anything is read').waitFor();
  await giveBelief(desk, 'Before anything is read', 0.4);
  await desk.heading('After round 1').waitFor();
  await desk.speech('consultant').getByText('answers the judge').waitFor();
  expect(await desk.fix.innerText()).toContain('and read on');
  expect(await lookedAt(desk.page)).toEqual([]);
  await desk.button('I have seen enough').click();
  await giveVerdict(desk, 0.2);
  await desk.heading('That was all').waitFor();
  const [kept] = await house.rows(`select count(*)::int as verdicts from results.verdicts`);
  expect(kept?.verdicts).toBe(2);
});

/** A judge who has come to the first run of an experiment. */
async function judgeOf(file: string, name: string): Promise<DeskSeen> {
  await house.start(file);
  const [link = ''] = await house.invite(name, 1);
  const visitor = await visitorOf(browser, house);
  visitors.push(visitor);
  const page: Page = await visitor.open(link);
  await goTheWay(page);
  return deskOn(page);
}

async function goOn(desk: DeskSeen): Promise<void> {
  await desk.button(/^Go on$/).click();
  await submit(desk);
}

async function submit({ page }: DeskSeen): Promise<void> {
  const button = page.getByRole('button', { name: 'Submit', exact: true });
  await whenEnabled(button);
  await button.click();
}

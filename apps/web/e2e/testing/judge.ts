import type { Locator, Page } from 'playwright-core';

/** What a judge sees and does, by what it is called on the page. */
export interface DeskSeen {
  readonly page: Page;
  readonly slider: Locator;
  /** What makes a belief count, and what makes a verdict. */
  readonly fix: Locator;
  readonly verdict: Locator;
  readonly undo: Locator;
  /** The belief in words. */
  readonly echo: Locator;
  readonly heading: (name: string | RegExp) => Locator;
  readonly button: (name: string | RegExp) => Locator;
  /** What was said in a seat, or is being said. */
  readonly speech: (seat: string) => Locator;
}

export function deskOn(page: Page): DeskSeen {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  return {
    page,
    button,
    slider: page.getByRole('slider', { name: 'Your belief' }),
    fix: button(/^(Fix|Keep) /),
    verdict: button(/^Submit the verdict/),
    undo: button(/^Undo/),
    echo: page.getByRole('complementary', { name: 'Your belief' }).getByText(/^You believed?:/),
    heading: (name) => page.getByRole('heading', { name }),
    speech: (seat) => page.locator(`[data-speech="${seat}"]`),
  };
}

/** The pages before the runs, each gone through by its button. */
export async function goTheWay(page: Page): Promise<void> {
  for (const name of ['Go on', 'I agree, go on', 'Begin'])
    await page.getByRole('button', { name, exact: true }).click();
}

/** Presses somewhere along the slider (0 is its left end, 1 its right), as soon as the belief can be given. */
export async function slideTo({ slider }: DeskSeen, share: number): Promise<void> {
  const { width, height } = (await slider.boundingBox()) ?? { width: 0, height: 0 };
  await slider.click({ position: { x: width * share, y: height / 2 } });
}

/** Gives a belief with the mouse, and waits until it is the next turn's. */
export async function giveBelief(desk: DeskSeen, title: string, share: number): Promise<void> {
  await desk.heading(title).waitFor();
  await slideTo(desk, share);
  await whenEnabled(desk.fix);
  await desk.fix.click();
}

/** Gives the verdict with the mouse. */
export async function giveVerdict(desk: DeskSeen, share: number, reason?: string): Promise<Believed> {
  await desk.heading('Your verdict').waitFor();
  await slideTo(desk, share);
  if (reason !== undefined) await desk.page.getByLabel('Your reason').fill(reason);
  await whenEnabled(desk.verdict);
  const said = await believed(desk);
  await desk.verdict.click();
  return said;
}

/** Waits until something can be pressed. */
export async function whenEnabled(button: Locator): Promise<void> {
  await button.and(button.page().locator(':enabled')).waitFor();
}

/** A belief as the page says it: an answer in its own words, and how probable it is. */
export interface Believed {
  readonly answer: string;
  readonly percent: number;
}

export async function believed({ echo }: DeskSeen): Promise<Believed> {
  const words = await echo.innerText();
  const [, answer = '', percent = ''] = /^You believed?: “(.*?)”, (\d+)\s%/.exec(words) ?? [];
  if (answer === '') throw new Error(`no belief is said in: ${words}`);
  return { answer, percent: Number(percent) };
}

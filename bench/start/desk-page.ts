import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import type { Judge } from '../serving/judges.ts';
import { z } from 'zod';
import { NOTING, seenOn } from './seen.ts';

/** A judge's page, opened without anything kept from before, until both debaters have spoken. */
export interface DeskSeen {
  /** From the address to the first words of a speech, in ms. */
  readonly firstWordsMs: number;
  /** From the first words to the end of both speeches. */
  readonly speakingMs: number;
  /** Tasks above 50 ms: before the first words, and from then on. */
  readonly longBefore: readonly number[];
  readonly longWhile: readonly number[];
  readonly scripts: readonly Script[];
  readonly characters: number;
}

/** A script that was loaded; sizes in bytes. */
interface Script {
  readonly transferred: number;
  readonly gzipped: number;
  readonly encoding: string;
}

export async function openDesk(browser: Browser, url: string, { invitation, cookie }: Judge): Promise<DeskSeen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const [name = '', value = ''] = cookie.split('=', 2);
    await context.addCookies([{ name, value, url, sameSite: 'Strict' }]);
    await context.addInitScript(NOTING);
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') responses.push(response);
    });
    await page.goto(`${url}/judge/${invitation}`);
    const whole = page.locator('[data-speech][aria-busy="false"]');
    await spoken(page, whole.nth(1));
    const { firstWords, longTasks } = await seenOn(page);
    const now = z.number().parse(await page.evaluate('performance.now()'));
    const since = firstWords ?? NaN;
    return {
      firstWordsMs: since,
      speakingMs: now - since,
      longBefore: longTasks.filter(({ at }) => at < since).map(({ ms }) => ms),
      longWhile: longTasks.filter(({ at }) => at >= since).map(({ ms }) => ms),
      scripts: await Promise.all(responses.map(scriptOf)),
      characters: (await whole.allInnerTexts()).join('').length,
    };
  } finally {
    await context.close();
  }
}

/** Waits until the second speech is whole; if it never is, the page's own words say most about why. */
async function spoken(page: Page, second: Locator): Promise<void> {
  try {
    await second.waitFor({ timeout: 120_000 });
  } catch (cause) {
    throw new Error(`two speeches were expected on the page, which says:\n${await page.innerText('body')}`, { cause });
  }
}

async function scriptOf(response: Response): Promise<Script> {
  await response.finished();
  const { responseBodySize } = await response.request().sizes();
  return {
    transferred: responseBodySize,
    gzipped: gzipSync(await response.body()).length,
    encoding: (await response.headerValue('content-encoding')) ?? 'none',
  };
}

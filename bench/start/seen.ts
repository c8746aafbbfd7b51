import type { Page } from 'playwright-core';
import { z } from 'zod';

/** What a page noted of itself; times in ms since its address was asked for. */
const Seen = z.object({
  /** When the first words of a speech were there. */
  firstWords: z.number().nullable(),
  /** Tasks that held the page for more than 50 ms. */
  longTasks: z.array(z.object({ at: z.number(), ms: z.number() })),
});

/** Runs in each page before anything of its own. */
export const NOTING = `(() => {
  const seen = { firstWords: null, longTasks: [] };
  Object.defineProperty(window, 'mootSeen', { value: seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  const looking = new MutationObserver(() => {
    if (!document.querySelector('[data-speech] > :not(header)')?.textContent.trim()) return;
    seen.firstWords = performance.now();
    looking.disconnect();
  });
  looking.observe(document, { childList: true, subtree: true, characterData: true });
})()`;

export async function seenOn(page: Page): Promise<z.output<typeof Seen>> {
  return Seen.parse(await page.evaluate('window.mootSeen'));
}

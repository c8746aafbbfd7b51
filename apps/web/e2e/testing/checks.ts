import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Widths at which every page is looked at. */
const WIDTHS = [1440, 390] as const;

/** What is wrong with a page as it stands, in light and dark, wide and narrow: axe's findings, and scrolling sideways. */
export async function lookedAt(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...(await sideways(page)), ...(await axeOn(page, axe(page).withTags(TAGS))));
    // Nothing but colours differs in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeOn(page, axe(page).withRules(['color-contrast', 'link-in-text-block']))));
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  return [...new Set(found)];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In the page itself: a page of its own for each check would take longer than the check. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

async function axeOn(page: Page, builder: AxeBuilder): Promise<readonly string[]> {
  // A colour on its way to another is neither.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  const { violations } = await builder.analyze();
  const width = page.viewportSize()?.width;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${width}: ${String(target)} ${failureSummary}`),
  );
}

async function sideways(page: Page): Promise<readonly string[]> {
  const { scroll, window: inner } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  return scroll > inner ? [`scrolls sideways: ${scroll} of ${inner} px`] : [];
}

/** Goes on with Tab until something has the focus, by its name; says what was wrong with the focus on the way. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < MOST_TABS; i += 1) {
    await page.keyboard.press('Tab');
    const { label, fault } = await page.evaluate(FOCUSED);
    if (fault !== '') throw new Error(`the focus on “${label}” ${fault}`);
    if (typeof name === 'string' ? label === name : name.test(label)) return;
  }
  throw new Error(`“${String(name)}” was not reached with ${MOST_TABS} presses of Tab`);
}

const MOST_TABS = 80;

/** What has the focus, and whether one can see that it does. */
const FOCUSED = () => {
  const found = document.activeElement;
  if (!(found instanceof HTMLElement) || found === document.body) return { label: '', fault: '' };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(found);
  const label = (found.getAttribute('aria-label') ?? found.innerText).replaceAll(/\s+/g, ' ').trim();
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  const isEditor = found.closest('.cm-editor') !== null;
  const { top, bottom } = found.getBoundingClientRect();
  const isInSight = bottom > 0 && top < window.innerHeight;
  if (!isInSight) return { label, fault: 'is out of sight' };
  return { label, fault: isMarked || isEditor ? '' : 'cannot be seen' };
};

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody with a browser of their own; whatever goes wrong on their pages is noted. */
export interface Visitor {
  readonly context: BrowserContext;
  /** Opens an address in a new tab. */
  open(address: string): Promise<Page>;
  /** What pages logged as errors, what the server's policy forbade, and requests that went elsewhere. */
  faults(): readonly string[];
  leave(): Promise<void>;
}

export interface Seeing extends BrowserContextOptions {
  /** Where the pages come from; requests to anywhere else are faults. */
  readonly url: string;
  /** Errors that a test brings about itself, such as those of a cut connection. */
  readonly expected?: RegExp;
}

/** What Chromium logs of a connection that was cut, and of a turn that another tab took first. */
export const CUT = /net::ERR_INTERNET_DISCONNECTED|WebSocket connection to|status of 409/;

export async function visitorOf(browser: Browser, { url, expected, ...options }: Seeing): Promise<Visitor> {
  const context = await browser.newContext({ ...USUAL, ...options });
  context.setDefaultTimeout(STEP_MS);
  await context.addInitScript(TELL_VIOLATIONS);
  const faults: string[] = [];
  context.on('page', (page) => watch(page, url, (fault) => expected?.test(fault) === true || faults.push(fault)));
  return {
    context,
    async open(address) {
      const page = await context.newPage();
      await page.goto(new URL(address, url).href);
      return page;
    },
    faults: () => faults,
    leave: () => context.close(),
  };
}

const USUAL: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'UTC',
  // A caret that blinks is drawn without end.
  reducedMotion: 'reduce',
};

/** Never reached but by what hangs. */
const STEP_MS = 60_000;

const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('forbidden by policy: ' + event.violatedDirective + ' ' + event.blockedURI));`;

function watch(page: Page, url: string, tell: (fault: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') tell(`logged at ${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => tell(`thrown at ${page.url()}: ${error.message}`));
  page.on('crash', () => tell(`crashed at ${page.url()}`));
  page.on('dialog', (dialog) => {
    tell(`a dialog at ${page.url()}: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('request', (request) => {
    if (!isOwn(request.url(), url)) tell(`asked elsewhere: ${request.url()}`);
  });
}

function isOwn(address: string, url: string): boolean {
  return new URL(address).origin === new URL(url).origin || address.startsWith('data:') || address.startsWith('blob:');
}

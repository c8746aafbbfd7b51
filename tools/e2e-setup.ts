import { arePagesBuilt, buildPages } from './launch/pages.mjs';

/** Vitest's `globalSetup`: the tests in a browser see the pages as their sources are now. */
export function setup(): void {
  if (arePagesBuilt()) return;
  // Vitest says that this is a test, and React would be built for developers.
  const { NODE_ENV } = process.env;
  delete process.env.NODE_ENV;
  buildPages(process.execPath);
  if (NODE_ENV !== undefined) process.env.NODE_ENV = NODE_ENV;
}

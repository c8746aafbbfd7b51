import { unpackedChromium } from './chromium.ts';

/** Vitest's `globalSetup`: the browser is unpacked once, before the files want it at the same moment. */
export async function setup(): Promise<void> {
  await unpackedChromium();
}

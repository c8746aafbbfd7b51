import { z } from 'zod';
import { store, stored } from './stored.ts';

/** Keeps in this browser what a verdict said, to say it again when the run is over. */
export function keepVerdict(run: string, words: string): void {
  store(placeOf(run), words);
}

/** What the verdict on a run said; nothing if it was given in another browser. */
export function keptVerdict(run: string): string | undefined {
  return stored(placeOf(run), z.string());
}

function placeOf(run: string): string {
  return `moot/verdict/${run}`;
}

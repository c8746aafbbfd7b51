import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again until something is so; the test's own limit ends what never is. */
export async function until(isSo: () => boolean | Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await isSo())) await delay(everyMs);
}

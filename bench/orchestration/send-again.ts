import type { Ask, ModelRequest } from '@moot/runner';
import { meter, type Spent } from '../measure.ts';

/** The bare loop: makes the same calls with the same client, so many at once, and nothing else. */
export async function sendAgain(requests: readonly ModelRequest[], ask: Ask, concurrency: number): Promise<Spent> {
  const signal = new AbortController().signal;
  const left = requests.values();
  const read = meter();
  const loop = async () => {
    for (const request of left) {
      const { status, cause } = await ask(request, { signal });
      if (status !== 'ok') throw new Error(`a call that was sent again ended as ${status}: ${cause ?? ''}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  return read();
}

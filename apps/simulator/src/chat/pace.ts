import { setTimeout } from 'node:timers/promises';

/** How fast replies come. */
export interface Latency {
  /** Milliseconds before the first token. */
  readonly firstMs: number;
  /** Infinite when left out. */
  readonly tokensPerSecond?: number;
}

/** The time at which a token is due, in ms after the request. The first comes after `firstMs`. */
export function dueAt({ firstMs, tokensPerSecond = Number.POSITIVE_INFINITY }: Latency, token: number): number {
  return firstMs + (token * 1000) / tokensPerSecond;
}

/** Waits until a moment; false when it was given up before. */
export async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms < 1) return !signal.aborted;
  try {
    await setTimeout(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

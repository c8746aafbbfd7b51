import type { Link } from '@moot/ui';

/** After how long without a link the page says that it is offline. */
export const OFFLINE_AFTER_MS = 10_000;

/** The state of a link that was lost at some time, or is not lost. */
export function linkOf(lostAt: number | undefined, now: number): Link {
  if (lostAt === undefined) return 'live';
  return now - lostAt >= OFFLINE_AFTER_MS ? 'offline' : 'reconnecting';
}

import { z } from 'zod';

/** Where somebody wanted to go when they were asked to sign in. */
const Wanted = z.object({ path: z.string().regex(/^\/(?![/\\])/), at: z.number() });

export const WANTED_PLACE = 'moot.wanted';

/** Long enough to fetch a link from a terminal; later one has other things in mind. In ms. */
const KEPT = 3_600_000;

/** Where to go after signing in: the page that was wanted a short while ago, else the first. Never another server's. */
export function wantedIn(kept: string | null, now: number): string {
  const read = Wanted.safeParse(parsed(kept ?? ''));
  return read.success && now - read.data.at < KEPT ? read.data.path : '/';
}

export function wanting(path: string, now: number): string {
  return JSON.stringify({ path, at: now });
}

/** The token in the fragment of a sign-in link. */
export function tokenIn(hash: string): string | undefined {
  const token = hash.replace(/^#/, '');
  return token === '' ? undefined : token;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

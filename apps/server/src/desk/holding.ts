import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { holderOf, type Holder } from '@moot/store';
import type { Engine } from '../engine.ts';
import { isSecure } from '../security/origins.ts';
import { isSecretOf } from './secret.ts';

/** Who holds an invitation, by the cookie that its secret was given for; undefined if it is not theirs, or was revoked. */
export async function holding(
  { means }: Pick<Engine, 'means'>,
  invitation: string,
  headers: IncomingHttpHeaders,
): Promise<Holder | undefined> {
  const secret = parseCookie(headers.cookie ?? '')[nameFor(invitation)];
  if (secret === undefined) return undefined;
  const holder = await holderOf(means.database, invitation);
  return holder && isSecretOf(holder.secretHash, secret) ? holder : undefined;
}

/** The cookie for the holder of an invitation. Each has one of its own, so that one browser can hold several. */
export function cookieFor({ settings }: Pick<Engine, 'settings'>, invitation: string, secret: string): string {
  return stringifySetCookie({
    name: nameFor(invitation),
    value: secret,
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(settings),
    path: '/',
    maxAge: DAYS * 24 * 60 * 60,
  });
}

/** A judge may come back for so long on the same device without the link. */
const DAYS = 90;

function nameFor(invitation: string): string {
  return `moot_judge_${invitation.replaceAll(/[^\w-]/g, '_')}`;
}

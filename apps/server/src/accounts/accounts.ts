import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isAPIError } from 'better-auth/api';
import type { Database } from '@moot/store';
import { Account } from '@moot/wire';
import { isSecure } from '../security/origins.ts';
import type { Settings } from '../settings.ts';
import { authority, type Authority, type Grounds } from './authority.ts';
import { secretOf } from './secret.ts';

/** Who may use the console, and how they sign in. */
export interface Accounts extends Grounds {
  readonly authority: Authority;
}

/** What Nest knows the accounts by. */
export const ACCOUNTS = Symbol('accounts');

/** Needs the database and the secret only: a command may open them beside a running server. */
export async function openAccounts(database: Database, settings: Settings): Promise<Accounts> {
  const secret = await secretOf(settings);
  const grounds: Grounds = { database, secret, transport: isSecure(settings) ? 'https' : 'http' };
  return { ...grounds, authority: authority(grounds, { seconds: 0, give: () => undefined }) };
}

/** Makes a link that signs in once, as the path of a page of ours; makes the account if there is none. */
export async function oneTimeLink(
  accounts: Accounts,
  { minutes = 15, older = 'kept', ...account }: LinkFor,
): Promise<string> {
  const email = addressOf(account);
  if (older === 'ended') await accounts.database.verification.deleteMany({ where: { value: { contains: email } } });
  const row = { id: randomUUID(), email, emailVerified: true, ...account };
  await accounts.database.user.upsert({ where: { email }, create: row, update: {} });

  const tokens: string[] = [];
  const linking = authority(accounts, { seconds: 60 * minutes, give: (token) => void tokens.push(token) });
  await linking.api.signInMagicLink({ body: { email }, headers: new Headers() });
  const [token] = tokens;
  if (token === undefined) throw new Error(`no link was made for ${account.name}`);
  // Behind the #, it is in no log, and whoever previews the link does not use it up.
  return `/sign-in#${token}`;
}

/** For whom a link is, and how long it can be used. */
export interface LinkFor extends Account {
  readonly minutes?: number;
  /** What becomes of links that were made for the account before and have not been used. */
  readonly older?: 'kept' | 'ended';
}

/** Nobody writes to it: accounts are known by name and role. */
function addressOf({ name, role }: Account): string {
  return `${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${role}.moot.invalid`;
}

/** Somebody who has signed in. */
export interface SignedIn extends Account {
  readonly id: string;
}

/** Who signs in with the token of a link, and the cookies that say so from then on; undefined if the token is good no more. */
export async function signIn(accounts: Accounts, token: string): Promise<Entry | undefined> {
  try {
    const verified = await accounts.authority.api.magicLinkVerify({
      query: { token },
      headers: new Headers(),
      returnHeaders: true,
    });
    return { account: Account.parse(verified.response.user), cookies: verified.headers.getSetCookie() };
  } catch (thrown) {
    // To better-auth, a page for errors is the answer to a bad token.
    if (isAPIError(thrown) && thrown.statusCode === 302) return undefined;
    throw thrown;
  }
}

/** An account that has just signed in. */
export interface Entry {
  readonly account: Account;
  readonly cookies: readonly string[];
}

/** Ends a session, and gives the cookies that forget it. */
export async function signOut({ authority: { api } }: Accounts, from: IncomingHttpHeaders): Promise<readonly string[]> {
  const { headers } = await api.signOut({ headers: cookiesIn(from), returnHeaders: true });
  return headers.getSetCookie();
}

/** Who sent a request, or opens a socket, with these headers. */
export async function accountOf(accounts: Accounts, from: IncomingHttpHeaders): Promise<SignedIn | undefined> {
  if (from.cookie === undefined) return undefined;
  const session = await accounts.authority.api.getSession({ headers: cookiesIn(from) });
  return session ? { id: session.user.id, ...Account.parse(session.user) } : undefined;
}

function cookiesIn({ cookie = '' }: IncomingHttpHeaders): Headers {
  return new Headers({ cookie });
}

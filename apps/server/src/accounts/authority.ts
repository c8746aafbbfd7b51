import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Database } from '@moot/store';

/** What sessions and one-time links are made and checked with. */
export type Authority = ReturnType<typeof authority>;

/** What an authority works with. */
export interface Grounds {
  readonly database: Database;
  readonly secret: string;
  /** Cookies are for https alone, or for http as well. */
  readonly transport: 'https' | 'http';
}

/** How long links last, and who is given their tokens. */
export interface Linking {
  readonly seconds: number;
  readonly give: (token: string) => void;
}

/** Better-auth over our tables. Its routes are not mounted: only its functions are called. */
export function authority({ database, secret, transport }: Grounds, linking: Linking) {
  return betterAuth({
    appName: 'Moot',
    // Nothing is fetched from or sent to it: it is wanted in any case.
    baseURL: `${transport}://moot.invalid`,
    secret,
    database: prismaAdapter(database, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: false },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    session: { expiresIn: 30 * DAY, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'moot',
      useSecureCookies: transport === 'https',
      // Lax: a link from elsewhere finds who follows it still signed in.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      magicLink({
        expiresIn: linking.seconds,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ token }) => linking.give(token),
      }),
    ],
  });
}

const DAY = 24 * 60 * 60;

import type { IncomingMessage } from 'node:http';
import type { Settings } from '../settings.ts';

/** What is looked at of a request before it is let in. */
export type Arriving = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & {
  readonly socket: { readonly localPort?: number | undefined };
};

type Places = Pick<Settings, 'HOST' | 'MOOT_ORIGINS'>;

/** Where browsers reach the server: as what it listens, and as what MOOT_ORIGINS names. */
export function originsOf({ HOST, MOOT_ORIGINS = [] }: Places, port: number): readonly string[] {
  const names = NEAR.includes(HOST) || EVERYWHERE.includes(HOST) ? NEAR : [HOST];
  const own = names.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`);
  return [...own.flatMap((address) => (URL.canParse(address) ? new URL(address).origin : [])), ...MOOT_ORIGINS];
}

/** The address at which a server is best reached, to be put before the path of a link. */
export function addressOf({ HOST, MOOT_ORIGINS = [] }: Places, port: number): string {
  const host = EVERYWHERE.includes(HOST) ? 'localhost' : HOST;
  return MOOT_ORIGINS[0] ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const NEAR = ['localhost', '127.0.0.1', '::1'];
const EVERYWHERE = ['0.0.0.0', '::'];

/** Whether browsers reach the server by https alone. */
export function isSecure({ MOOT_ORIGINS = [] }: Pick<Settings, 'MOOT_ORIGINS'>): boolean {
  return MOOT_ORIGINS.length > 0 && MOOT_ORIGINS.every((origin) => origin.startsWith('https:'));
}

/** Why a request over HTTP is not let in, in words; undefined if it is. */
export function refusalOf(request: Arriving, places: Places): string | undefined {
  const origins = originsOf(places, request.socket.localPort ?? 0);
  return hostRefusal(request, origins) ?? siteRefusal(request) ?? originRefusal(request, origins);
}

/** Whether a socket may be opened: a page of another origin may not, though browsers would let it. */
export function isAllowedHandshake({ url, headers, socket }: Arriving, places: Places): boolean {
  return refusalOf({ method: 'POST', url, headers, socket }, places) === undefined;
}

function hostRefusal({ headers }: Arriving, origins: readonly string[]): string | undefined {
  const host = headers.host?.toLowerCase() ?? '';
  if (origins.some((origin) => new URL(origin).host === host)) return undefined;
  return `This server does not answer as ${JSON.stringify(host.slice(0, 100))}. If it is to be reached there, set MOOT_ORIGINS to the addresses as browsers show them, such as MOOT_ORIGINS=https://moot.example.org`;
}

/** Links that lead here from elsewhere may be followed; nothing else of another site reaches us. */
function siteRefusal({ method, url = '', headers }: Arriving): string | undefined {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  if (method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !isApi(url)) return undefined;
  return 'A page of another site asked for this.';
}

function originRefusal({ method, headers }: Arriving, origins: readonly string[]): string | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  const { origin, cookie } = headers;
  // Browsers name the origin. Whoever does not may ask, but not in the name of somebody signed in.
  if (origin === undefined) return cookie === undefined ? undefined : 'A request with a cookie has to name its origin.';
  if (origins.includes(origin)) return undefined;
  return `A page of ${JSON.stringify(origin.slice(0, 100))} asked for this, which is none of this server's own addresses. If it is to be one, add it to MOOT_ORIGINS.`;
}

/** Whether a path leads to the API. Express does not tell capital letters from small ones. */
export function isApi(path: string): boolean {
  // A request may name the whole address.
  return /^(?:https?:\/\/[^/]*)?\/(api|socket\.io)(?![\w-])/i.test(path);
}

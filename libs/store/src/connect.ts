import pg from 'pg';
import { codeOf } from './thrown.ts';

/** Opens one connection to the database that an address names; whoever opens it ends it. */
export async function connect(url: string, more: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, ...more });
  // A server that goes away is noticed by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    await client.end();
    throw inWords(url, cause);
  }
}

function inWords(url: string, cause: unknown): Error {
  const code = codeOf(cause) ?? '';
  const said = cause instanceof Error && cause.message !== '' ? cause.message : code;
  const remedy = REMEDIES[code] ?? 'Check DATABASE_URL.';
  return new Error(`The database ${place(url)} cannot be used: ${said}. ${remedy}`, { cause });
}

const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: start the database, or check host and port in DATABASE_URL.',
  ENOTFOUND: 'Check the host in DATABASE_URL.',
  '28P01': 'Check user and password in DATABASE_URL.',
  '28000': 'Check the user in DATABASE_URL, and what the server lets in.',
  '3D000': 'Make the database, or check its name in DATABASE_URL.',
  '53300': 'The server takes no more connections: end some, or raise its max_connections.',
};

/** The address without its password. */
function place(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL';
  const { username, host, pathname } = new URL(url);
  return `${decodeURIComponent(pathname.slice(1))} at ${host} (user ${decodeURIComponent(username)})`;
}

import { client, type Ask } from '@moot/wire';
import { openSocket, type OpenSocket } from './socket.ts';

/** Bytes that came to somebody, and from where. */
interface Heard {
  readonly when: string;
  readonly where: string;
  readonly bytes: string;
}

/** Somebody with a browser of their own: cookies, HTTP, sockets. All that comes to them is kept. */
export interface Visitor {
  readonly name: string;
  readonly heard: readonly Heard[];
  /** Asks an endpoint of the wire; a refusal is thrown. */
  readonly ask: Ask;
  /** Asks for anything, and gives the status and the text. */
  fetch(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly text: string }>;
  /** Connects as a judge by an invitation, or by account. */
  connect(auth: object): OpenSocket;
  cookies(): string;
  /** Forgets what was heard so far. */
  forget(): void;
  /** Ends all sockets. */
  leave(): void;
}

export interface Visiting {
  readonly name: string;
  readonly url: () => string;
  /** What time it is in the course of the test. */
  readonly when?: () => string;
  /** The address from which requests come, as a proxy tells it. */
  readonly address?: string;
}

export function visitor({ name, url, when = () => '', address }: Visiting): Visitor {
  const heard: Heard[] = [];
  const jar = new Map<string, string>();
  const sockets: OpenSocket[] = [];
  const note = (where: string, bytes: string) => void heard.push({ when: when(), where, bytes });
  const cookies = () => [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
  const from = () => ({
    origin: url(),
    cookie: cookies(),
    ...(address !== undefined && { 'x-forwarded-for': address }),
  });

  const fetched = async (path: string, init: { readonly method: string; readonly body?: string }) => {
    const type = init.body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(url() + path, { ...init, headers: { ...from(), ...type }, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
    const text = await response.text();
    const headers = [...response.headers].map(([key, value]) => `${key}: ${value}`);
    note(`${init.method} ${path}`, [response.status, ...headers, '', text].join('\n'));
    return { status: response.status, text };
  };

  return {
    name,
    heard,
    cookies,
    ask: client(async (path, { method, body }) => {
      const { status, text } = await fetched(path, { method, ...(body !== undefined && { body }) });
      return { status, ok: status < 300, text: () => Promise.resolve(text) };
    }),
    fetch: (method, path, body) => fetched(path, { method, ...(body && { body: JSON.stringify(body) }) }),
    connect(auth) {
      const { origin, cookie } = from();
      const socket = openSocket({ url: url(), auth, headers: { origin, cookie }, note });
      sockets.push(socket);
      return socket;
    },
    forget: () => void heard.splice(0),
    leave() {
      for (const socket of sockets.splice(0)) socket.close();
    },
  };
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const at = pair.indexOf('=');
  jar.set(pair.slice(0, at), pair.slice(at + 1));
}

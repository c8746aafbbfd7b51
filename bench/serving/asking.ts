import { client, ENDPOINTS, type Ask } from '@moot/wire';

/** Asks a server over HTTP as a browser of its own pages does: with cookies, which it keeps, and its origin. */
export function asking(base: string, cookies: Readonly<Record<string, string>> = {}): Ask {
  const jar = new Map(Object.entries(cookies));
  return client(async (url, { method, headers, body, signal }) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method,
      headers: { ...headers, origin: base, cookie },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    return response;
  }, base);
}

/** Asks as a researcher, who is signed in by the link that the server printed. */
export async function asResearcher({ url, token }: { readonly url: string; readonly token: string }): Promise<Ask> {
  const ask = asking(url);
  await ask(ENDPOINTS.signIn, { body: { token } });
  return ask;
}

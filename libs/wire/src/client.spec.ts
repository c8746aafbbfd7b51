import { expect, it } from 'vitest';
import { client, Refusal, type Fetch } from './client.ts';
import { ENDPOINTS } from './endpoints.ts';

/** Answers every request alike, and keeps what was asked. */
function answering(status: number, text: string) {
  const asked: { readonly url: string; readonly body?: string }[] = [];
  const fetch: Fetch = (url, { body }) => {
    asked.push({ url, ...(body !== undefined && { body }) });
    return Promise.resolve({ ok: status < 400, status, text: () => Promise.resolve(text) });
  };
  return { asked, ask: client(fetch) };
}

it('fills in the path, with odd letters written so that they stay in their part', async () => {
  const { asked, ask } = answering(200, '{"title":null,"text":"t"}');
  await ask(ENDPOINTS.source, { path: { dataset: 'a/b', source: '../ü?' } });
  expect(asked[0]?.url).toBe('/api/datasets/a%2Fb/sources/..%2F%C3%BC%3F');
});

it('leaves out search parameters that are not given', async () => {
  const { asked, ask } = answering(200, '{"total":0,"page":2,"pageSize":50,"questions":[]}');
  await ask(ENDPOINTS.questions, { path: { dataset: 'a' }, search: { search: '', page: 2, none: undefined } });
  expect(asked[0]?.url).toBe('/api/datasets/a/questions?page=2');
});

it('gives only what the reply is said to hold', async () => {
  const { ask } = answering(200, '{"name":"Ada","role":"viewer","password":"x"}');
  expect(await ask(ENDPOINTS.signIn, { body: { token: '0123456789' } })).toEqual({ name: 'Ada', role: 'viewer' });
});

it('refuses a reply that is another', async () => {
  const { ask } = answering(200, '{"name":"Ada","role":"king"}');
  await expect(ask(ENDPOINTS.signIn, { body: { token: '0123456789' } })).rejects.toThrow(/role/);
});

it('throws a refusal in the words of the server', async () => {
  const { ask } = answering(403, '{"code":"refused","words":"This link has been used."}');
  const refusal = await ask(ENDPOINTS.signIn, { body: { token: '0123456789' } }).catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ status: 403, code: 'refused', message: 'This link has been used.' });
});

it.each(['<html>502 Bad Gateway</html>', '', '{"oops":1}'])('says the status where %j has no words', async (text) => {
  const { ask } = answering(502, text);
  await expect(ask(ENDPOINTS.account)).rejects.toMatchObject({ status: 502, message: 'The server answered 502.' });
});

it('says that a server cannot be reached', async () => {
  const ask = client(() => Promise.reject(new TypeError('fetch failed')));
  await expect(ask(ENDPOINTS.account)).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});

it('asks for nothing while a part of the path is missing', async () => {
  const { asked, ask } = answering(200, '{}');
  await expect(ask(ENDPOINTS.revoke, { body: {} })).rejects.toThrow('invitation was not given');
  expect(asked).toEqual([]);
});

it('leaves to the one who gave up what comes of giving up', async () => {
  const gone = new Error('given up');
  const ask = client(() => Promise.reject(gone));
  await expect(ask(ENDPOINTS.account, { signal: AbortSignal.abort() })).rejects.toBe(gone);
});

it('has no two endpoints at one address', () => {
  const addresses = Object.values(ENDPOINTS).map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

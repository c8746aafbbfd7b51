import { expect, it } from 'vitest';
import { z } from 'zod';
import { client, Refusal, type Fetch } from './client.ts';
import { ENDPOINTS } from './endpoints.ts';

/** A server that answers all the same, and what it was asked. */
function answering(status: number, text: string) {
  const asked: unknown[] = [];
  const fetch: Fetch = (url, { method, body }) => {
    asked.push([method, url, body]);
    return Promise.resolve({ ok: status < 300, status, text: () => Promise.resolve(text) });
  };
  return { ask: client(fetch, 'http://moot'), asked };
}

async function refusalOf(asking: Promise<unknown>): Promise<unknown> {
  return asking.then(
    () => 'it was not refused',
    (thrown: unknown) => (thrown instanceof Refusal ? [thrown.status, thrown.code, thrown.message] : thrown),
  );
}

it('fills in a path so that nothing given can lead elsewhere', async () => {
  const { ask, asked } = answering(200, '{}');
  await ask(ENDPOINTS.revoke, { path: { invitation: '../a b?c' }, body: {} });
  expect(asked).toEqual([['POST', 'http://moot/api/invitations/..%2Fa%20b%3Fc/revoke', '{}']]);
  await expect(ask(ENDPOINTS.revoke, { body: {} })).rejects.toThrow('invitation was not given');
});

it('sends what is searched for, and leaves out what is not', async () => {
  const { ask, asked } = answering(200, '{"total":0,"page":2,"pageSize":50,"runs":[]}');
  const search = { page: 2, arm: 'a&b', state: undefined, none: '' };
  await ask(ENDPOINTS.runs, { path: { experiment: 'e' }, search });
  expect(asked).toEqual([['GET', 'http://moot/api/experiments/e/runs?page=2&arm=a%26b', undefined]]);
});

it('throws a refusal in the words of the server', async () => {
  const { ask } = answering(409, '{"code":"refused","words":"All places have been taken."}');
  expect(await refusalOf(ask(ENDPOINTS.account))).toEqual([409, 'refused', 'All places have been taken.']);
});

it('says that a server is broken which does not say so itself', async () => {
  const { ask } = answering(502, '<html>Bad gateway</html>');
  expect(await refusalOf(ask(ENDPOINTS.account))).toEqual([502, 'broken', 'The server answered 502.']);
});

it('says that a server cannot be reached', async () => {
  const ask = client(() => Promise.reject(new TypeError('fetch failed')));
  expect(await refusalOf(ask(ENDPOINTS.account))).toEqual([0, 'unreachable', 'The server cannot be reached.']);
});

it('leaves to the one who gave up what comes of giving up', async () => {
  const gone = new Error('given up');
  const ask = client(() => Promise.reject(gone));
  expect(await refusalOf(ask(ENDPOINTS.account, { signal: AbortSignal.abort() }))).toBe(gone);
});

it('takes no reply that is not what the endpoint gives', async () => {
  const { ask } = answering(200, '{"account":{"name":"Ada","role":"judge"}}');
  expect(await refusalOf(ask(ENDPOINTS.account))).toBeInstanceOf(z.ZodError);
});

it('has no two endpoints at one address', () => {
  const addresses = Object.values(ENDPOINTS).map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

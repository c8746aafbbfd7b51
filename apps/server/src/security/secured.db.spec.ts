import { request } from 'node:http';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { faultOf, openMinimalServer, type MinimalServer } from './testing/minimal-server.ts';

let server: MinimalServer;
beforeAll(async () => {
  server = await openMinimalServer();
});
afterAll(() => server.close());

it('what a reply does not name stays in the server; dates become text', async () => {
  const cookie = await server.signedIn('researcher', 'Rita');
  expect(await (await server.get('/api/presets', { cookie })).json()).toEqual({
    presets: [{ name: 'a', title: 'A', description: '', text: '' }],
  });
  expect(await (await server.get('/api/datasets', { cookie })).json()).toMatchObject({
    datasets: [{ name: 'Rita', createdAt: '1970-01-01T00:00:00.000Z' }],
  });
});

it('pages of other origins change nothing, and other names of the server are none', async () => {
  const cookie = await server.signedIn('researcher', 'Victim');
  const away = await server.post('/api/account/sign-out', undefined, { cookie, origin: 'https://evil.example' });
  expect((await faultOf(away, 403)).words).toMatch(/evil\.example.*MOOT_ORIGINS/);
  expect(await who(cookie)).not.toEqual({ account: null });

  const { port } = new URL(server.url);
  const status = await new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/api/account', headers: { host: `rebound.example:${port}` } };
    request(options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

it('every response says what may be loaded, and nothing of what it runs on', async () => {
  const { headers } = await server.get('/api/account');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy.replace(/'nonce-[\w+/=]{24}'/, 'NONCE')).toBe(
    "default-src 'none';script-src 'self';style-src 'self' NONCE;img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
  );
  expect((await server.get('/api/account')).headers.get('content-security-policy')).not.toBe(policy);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers.get('permissions-policy')).toMatch('camera=()');
  expect(headers.has('x-powered-by')).toBe(false);
  expect(headers.has('access-control-allow-origin')).toBe(false);
  expect((await server.get('/api/nowhere')).headers.has('content-security-policy')).toBe(true);
});

const JSON_TYPE = 'application/json';

it.each([
  ['no JSON', { type: 'text/plain', body: '{"text":""}' }, '415 The server takes JSON'],
  ['a form', { type: 'application/x-www-form-urlencoded', body: 'text=a' }, '415 The server takes JSON'],
  ['half of it', { type: JSON_TYPE, body: '{"text":' }, '400 '],
  ['too much', { type: JSON_TYPE, body: JSON.stringify({ text: 'a'.repeat(300_001) }) }, '413 .*300 kB'],
  ['the wrong thing', { type: JSON_TYPE, body: '{"text":"","people":"nobody"}' }, '400 people: '],
  ['nothing', { type: JSON_TYPE, body: '' }, '400 text: '],
])('a body that is %s is refused in words', async (_what, { type, body }, refusal) => {
  const url = `${server.url}/api/experiments/check`;
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  const { words } = await faultOf(response, response.status);
  expect(`${response.status} ${words}`).toMatch(new RegExp(`^${refusal}`));
});

it('what is not there is said so', async () => {
  expect(await faultOf(await server.get('/api/nowhere'), 404)).toEqual({
    code: 'not-found',
    words: 'There is nothing at this address.',
  });
});

it('what breaks is logged without secrets, and not told', async () => {
  const log = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const said = await faultOf(await server.get('/api/broken'), 500);
  const logged = String(log.mock.calls[0]?.[0]);
  log.mockRestore();

  expect(JSON.stringify(said)).not.toMatch(/key|ada|postgres|sk-/);
  expect(logged).toMatch(/the key sk-…ef is wrong in \/home\/ada[^]*postgres:\/\/ada:…@db/);
  expect(logged).not.toMatch(/0123456789|hush/);
});

it('who asks too often is told when to come back', async () => {
  expect((await server.get('/api/limited')).status).toBe(200);
  expect((await server.get('/api/limited')).status).toBe(200);
  const third = await server.get('/api/limited');
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(50);
  expect(await faultOf(third, 429)).toMatchObject({ code: 'too-many' });
  expect((await server.get('/api/account')).status).toBe(200);
});

async function who(cookie: string): Promise<unknown> {
  return (await server.get('/api/account', { cookie })).json();
}

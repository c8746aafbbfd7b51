import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookieOf, faultOf, openMinimalServer, type MinimalServer } from '../security/testing/minimal-server.ts';
import { oneTimeLink, openAccounts } from './accounts.ts';

let server: MinimalServer;
beforeAll(async () => {
  server = await openMinimalServer();
});
afterAll(() => server.close());

it('a link signs in once; used again, it is refused in words', async () => {
  const token = await server.tokenFor('researcher', 'Ada');
  const first = await server.post('/api/account/sign-in', { token });
  expect(first.status).toBe(200);
  expect(await first.json()).toEqual({ name: 'Ada', role: 'researcher' });
  expect(await who(cookieOf(first))).toEqual({ account: { name: 'Ada', role: 'researcher' } });

  const { code, words } = await faultOf(await server.post('/api/account/sign-in', { token }), 403);
  expect(`${code}: ${words}`).toMatch(/^refused: .*used already.*npx moot sign-in/);
});

it('of two who follow a link at once, one is let in', async () => {
  const token = await server.tokenFor('viewer', 'Twice');
  const both = await Promise.all([1, 2].map(() => server.post('/api/account/sign-in', { token })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
});

it('a start ends the links of earlier starts, and no others', async () => {
  const link = async (name: string, older: 'kept' | 'ended') => {
    const path = await oneTimeLink(server.accounts, { role: 'researcher', name, older });
    return server.post.bind(undefined, '/api/account/sign-in', { token: path.split('#')[1] });
  };
  const [other, first] = [await link('Another', 'kept'), await link('Starter', 'ended')];
  const second = await link('Starter', 'ended');
  const statuses = [await first(), await second(), await other()].map(({ status }) => status);
  expect(statuses).toEqual([403, 200, 200]);
});

it('a link that is too old is refused', async () => {
  const link = await oneTimeLink(server.accounts, { role: 'researcher', name: 'Late', minutes: -1 });
  expect((await server.post('/api/account/sign-in', { token: link.split('#')[1] })).status).toBe(403);
});

it('neither tokens nor the secret are in the database', async () => {
  const token = await server.tokenFor('viewer', 'Hashed');
  const kept = JSON.stringify(await server.engine.means.database.verification.findMany());
  expect(kept).toMatch('magic-link');
  expect(kept).not.toMatch(token);
});

it('the cookie is for this server alone, out of reach of scripts', async () => {
  const { headers } = await server.post('/api/account/sign-in', { token: await server.tokenFor('viewer', 'Vera') });
  const cookie = headers.getSetCookie().join('\n');
  expect(cookie).toMatch(/^moot\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
});

it('behind https, the cookie is for https alone', async () => {
  const { database } = server.engine.means;
  const settings = { ...server.engine.settings, MOOT_ORIGINS: ['https://moot.example.org'] };
  const safe = await openAccounts(database, settings);
  expect(safe.transport).toBe('https');
  expect((await safe.authority.$context).authCookies.sessionToken).toMatchObject({
    name: '__Secure-moot.session_token',
    attributes: { secure: true },
  });
});

it('the secret is drawn once, for its owner alone', async () => {
  const path = join(server.engine.settings.folder, 'secrets', 'accounts');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readFile(path, 'utf8')).length).toBeGreaterThan(40);
  expect((await openAccounts(server.engine.means.database, server.engine.settings)).secret).toBe(
    server.accounts.secret,
  );
});

it('who signs out is signed out on the server as well', async () => {
  const cookie = await server.signedIn('researcher', 'Leaving');
  const out = await server.post('/api/account/sign-out', undefined, { cookie });
  expect(out.status).toBe(200);
  expect(out.headers.getSetCookie().join()).toMatch(/moot\.session_token=; Max-Age=0/);
  expect(await who(cookie)).toEqual({ account: null });
});

it('a cookie that was not made here says nothing', async () => {
  expect(await who('moot.session_token=abc.def')).toEqual({ account: null });
});

it('routes are for researchers unless they say otherwise', async () => {
  const [researcher, viewer] = [await server.signedIn('researcher', 'Rita'), await server.signedIn('viewer', 'Rita')];
  expect(await faultOf(await server.get('/api/presets'), 401)).toMatchObject({ code: 'not-signed-in' });
  expect(await faultOf(await server.get('/api/presets', { cookie: viewer }), 403)).toMatchObject({
    code: 'not-allowed',
  });
  expect((await server.get('/api/presets', { cookie: researcher })).status).toBe(200);
  expect((await server.get('/api/datasets', { cookie: viewer })).status).toBe(200);
  expect((await server.get('/api/datasets', { cookie: researcher })).status).toBe(200);
  expect((await server.get('/api/datasets')).status).toBe(401);
});

async function who(cookie: string): Promise<unknown> {
  return (await server.get('/api/account', { cookie })).json();
}

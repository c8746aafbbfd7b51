import { expect, it } from 'vitest';
import { isAllowedHandshake, originsOf, refusalOf, type Arriving } from './origins.ts';

const near = { HOST: '127.0.0.1' };
const far = { HOST: '0.0.0.0', MOOT_ORIGINS: ['https://moot.example.org'] };

function arriving(method: string, headers: Arriving['headers'], url = '/api/account'): Arriving {
  return { method, url, headers: { host: 'localhost:4100', ...headers }, socket: { localPort: 4100 } };
}

it.each([
  ['127.0.0.1', ['http://localhost:4100', 'http://127.0.0.1:4100', 'http://[::1]:4100']],
  ['0.0.0.0', ['http://localhost:4100', 'http://127.0.0.1:4100', 'http://[::1]:4100']],
  ['192.168.1.5', ['http://192.168.1.5:4100']],
  ['fd00::5', ['http://[fd00::5]:4100']],
  ['fe80::1%eth0', []],
])('a server that listens at %s is reached at its own addresses', (HOST, origins) => {
  expect(originsOf({ HOST }, 4100)).toEqual(origins);
});

it.each(['localhost:4100', '127.0.0.1:4100', '[::1]:4100', 'LOCALHOST:4100'])('answers as %s', (host) => {
  expect(refusalOf(arriving('GET', { host }), near)).toBeUndefined();
});

it.each(['evil.example', 'evil.example:4100', 'localhost', 'localhost:4101', 'localhost.evil.example:4100', ''])(
  'does not answer as "%s", and says which setting would make it',
  (host) => {
    expect(refusalOf(arriving('GET', { host }), near)).toMatch(/does not answer as .*set MOOT_ORIGINS/);
  },
);

it('answers as what MOOT_ORIGINS names, without a port where browsers leave it out', () => {
  const origin = 'https://moot.example.org';
  expect(refusalOf(arriving('POST', { host: 'moot.example.org', origin, cookie: 'a=b' }), far)).toBeUndefined();
  expect(refusalOf(arriving('GET', { host: 'moot.example.org:4100' }), far)).toBeDefined();
});

it.each([
  ['its own page', { origin: 'http://localhost:4100', cookie: 'a=b' }, true],
  ['its own page at another of its names', { origin: 'http://127.0.0.1:4100', cookie: 'a=b' }, true],
  ['a page of another origin', { origin: 'https://evil.example' }, false],
  ['a page of another port', { origin: 'http://localhost:3000' }, false],
  ['a page of another scheme', { origin: 'https://localhost:4100' }, false],
  ['a page without an origin', { origin: 'null' }, false],
  ['a script without a cookie', {}, true],
  ['whoever has a cookie and names no origin', { cookie: 'a=b' }, false],
])('what changes something comes from %s: %o', (_who, headers, isLetIn) => {
  expect(refusalOf(arriving('POST', headers), near) === undefined).toBe(isLetIn);
  expect(isAllowedHandshake(arriving('GET', headers), near)).toBe(isLetIn);
});

it.each([
  ['a link in a mail', '/sign-in navigate cross-site', true],
  ['a picture on another page', '/logo.png no-cors cross-site', false],
  ['a link to the API', '/api/account navigate cross-site', false],
  ['a link to the API in capital letters', '/API/account navigate cross-site', false],
  ['a script of a neighbouring site', '/api/account cors same-site', false],
  ['a script of our own', '/api/account cors same-origin', true],
  ['an address that was typed in', '/api/account navigate none', true],
])('what browsers say of %s decides: %s', (_what, said, isLetIn) => {
  const [url = '', mode = '', site = ''] = said.split(' ');
  const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': mode };
  expect(refusalOf(arriving('GET', headers, url), near) === undefined).toBe(isLetIn);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings, shownSettings } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moot-settings-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function settingsOf(environment: Readonly<Record<string, string>>) {
  const read = readSettings(environment, folder);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.settings;
}

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const read = readSettings(environment, folder);
  return read.ok ? [] : read.faults;
}

it('nothing has to be set', () => {
  const { PORT, HOST, ROLES, DATABASE_URL, folder: data } = settingsOf({});
  expect({ PORT, HOST, ROLES, DATABASE_URL, data }).toEqual({
    PORT: 4100,
    HOST: '127.0.0.1',
    ROLES: ['api', 'worker'],
    DATABASE_URL: undefined,
    data: join(folder, '.moot'),
  });
});

it('several origins may be named', () => {
  const { MOOT_ORIGINS } = settingsOf({ MOOT_ORIGINS: 'https://moot.example.org, http://192.168.1.5:8080' });
  expect(MOOT_ORIGINS).toEqual(['https://moot.example.org', 'http://192.168.1.5:8080']);
});

it('the environment goes before the file .env, unless it is empty there', () => {
  writeFileSync(join(folder, '.env'), 'PORT=5000\nHOST=0.0.0.0\n');
  const { PORT, HOST } = settingsOf({ PORT: '6000', HOST: '' });
  expect({ PORT, HOST }).toEqual({ PORT: 6000, HOST: '0.0.0.0' });
});

it.each([
  [{ PORT: 'abc' }, 'PORT: write a whole number (it is set to "abc" in the environment)'],
  [{ PORT: ' ' }, 'PORT: write a whole number (it is set to " " in the environment)'],
  [{ PORT: '70000' }, 'PORT: at most 65535 (it is set to "70000" in the environment)'],
  [{ PORT: '1.5' }, 'PORT: write a whole number (it is set to "1.5" in the environment)'],
  [{ ROLES: 'x' }, 'ROLES: the roles are api and worker (it is set to "x" in the environment)'],
  [{ WORKER_CONCURRENCY: '0' }, 'WORKER_CONCURRENCY: at least 1 (it is set to "0" in the environment)'],
  [
    { DATABASE_URL: 'nonsense' },
    'DATABASE_URL: write a URL that begins with postgres:// or postgresql:// (it is set to "nonsense" in the environment)',
  ],
  [
    { DATABASE_URL: 'mysql://ada:hush@db/moot' },
    'DATABASE_URL: write a URL that begins with postgres:// or postgresql:// (it is set to "mysql://ada:…@db/moot" in the environment)',
  ],
  [
    { DATABASE_URL: 'postgres://ada:50%@db/moot' },
    'DATABASE_URL: write %25 for a percent sign (it is set to "postgres://ada:…@db/moot" in the environment)',
  ],
  [
    { MOOT_ORIGINS: 'https://moot.example.org/console' },
    'MOOT_ORIGINS: write origins such as https://moot.example.org, with commas between them and no path (it is set to "https://moot.example.org/console" in the environment)',
  ],
  [
    { MOOT_SECRET: 'too short a secret' },
    'MOOT_SECRET: at least 32 characters, drawn at random (it is set to "too…et" in the environment)',
  ],
])('%o is refused in words', (environment, fault) => {
  expect(faultsOf(environment)).toEqual([fault]);
});

it('a bad line of .env is said with the file, and all of them are', () => {
  writeFileSync(join(folder, '.env'), 'PORT=abc\nROLES=x\n');
  expect(faultsOf({})).toEqual([
    `PORT: write a whole number (it is set to "abc" in ${join(folder, '.env')})`,
    `ROLES: the roles are api and worker (it is set to "x" in ${join(folder, '.env')})`,
  ]);
});

it('a .env that cannot be read is named', () => {
  mkdirSync(join(folder, '.env'));
  expect(faultsOf({})[0]).toMatch(`${join(folder, '.env')} cannot be read: EISDIR`);
});

it('secrets are masked where settings are shown', () => {
  const shown = shownSettings(
    settingsOf({ OPENAI_API_KEY: 'sk-0123456789abcdef', DATABASE_URL: 'postgres://a:hush@b/c' }),
  );
  expect(JSON.stringify(shown)).not.toMatch(/0123456789|hush/);
});

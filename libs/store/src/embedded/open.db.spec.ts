import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { connect } from '../connect.ts';
import { copyCluster } from '../testing/made.ts';
import { inProcess, temporaryFolder } from '../testing/places.ts';
import { openEmbedded, stopEmbedded } from './open.ts';
import type { Embedded } from './open.ts';
import { readPidFile } from './pid-file.ts';

const OPEN = `import { openEmbedded } from ${JSON.stringify(import.meta.resolve('./open.ts'))};`;

/** One folder for all of them; nobody uses it between two tests. */
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeAll(async () => {
  place = await temporaryFolder();
  folder = place.path;
  await copyCluster(inject('madeCluster'), folder);
});
afterEach(() => stopEmbedded({ folder }));
afterAll(() => place.remove());

describe('a cluster in a folder', () => {
  it('keeps its password for its owner alone', async () => {
    const { mode } = await stat(join(folder, 'secrets', 'postgres-password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('answers in UTF-8, sorts by code point and lives in UTC', async () => {
    const { url } = await open();
    const [row] = await ask(
      url,
      `select getdatabaseencoding() as encoding, 'B' < 'a' as sorted, current_setting('timezone') as zone`,
    );
    expect(row).toEqual({ encoding: 'UTF8', sorted: true, zone: 'UTC' });
  });

  it('listens on the loopback alone, on no socket file, and lets nobody in without the password', async () => {
    const { url } = await open();
    const [row] = await ask(
      url,
      `select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as file`,
    );
    expect(row).toEqual({ at: '127.0.0.1', file: '' });
    await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'select')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps its port from one start to the next', async () => {
    const first = await open();
    await first.release();
    const second = await open();
    expect(second.url).toBe(first.url);
  });

  it('takes another port when its own is taken', async () => {
    const first = await open();
    await first.release();
    const port = Number(await readFile(join(folder, 'postgres.port'), 'utf8'));
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const { url } = await open();
    squatter.close();
    expect(new URL(url).port).not.toBe(String(port));
  });
});

describe('several who use one cluster', () => {
  it('adopts a server that runs', async () => {
    const first = await open();
    const second = await open();
    expect([first.wasStarted, second.wasStarted]).toEqual([true, false]);
    expect(second.url).toBe(first.url);
  });

  it('stops with the last to leave, whoever started it', async () => {
    const first = await open();
    const second = await open();
    await first.release();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.release();
    expect(await readPidFile(join(folder, 'postgres'))).toBeUndefined();
  });

  it('stops once when all leave at the same moment', async () => {
    const users = await Promise.all([open(), open(), open()]);
    await Promise.all(users.map((user) => user.release()));
    expect(await readPidFile(join(folder, 'postgres'))).toBeUndefined();
  });

  it('does not stop under a program that only has a connection', async () => {
    const { url, release } = await open();
    const client = await connect(url);
    await release();
    expect((await client.query('select')).rowCount).toBe(1);
    await client.end();
  });

  it('lives on when the process that started it is killed, and is adopted', async () => {
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `${OPEN} await openEmbedded({ folder: '${folder}' }); console.log('open'); setInterval(() => {}, 1e6)`,
    ]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await open()).wasStarted).toBe(false);
  });

  it('is started again where it was when the server itself is killed', async () => {
    const first = await open();
    await ask(first.url, 'create table if not exists kept as select 1 as one');
    const killed = await readPidFile(join(folder, 'postgres'));
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await expect
      .poll(() => ask(first.url, 'select * from kept').catch(() => []), { timeout: 60_000 })
      .toEqual([{ one: 1 }]);

    const second = await open();
    expect(second).toMatchObject({ wasStarted: false, url: first.url });
    await first.release();
    expect(await ask(second.url, 'select * from kept')).toEqual([{ one: 1 }]);
  });

  it('stays down when somebody stops it', async () => {
    await open();
    await stopEmbedded({ folder });
    expect((await open()).wasStarted).toBe(true);
  });

  it('gives two processes that make and start it at once the same cluster', async () => {
    const fresh = await temporaryFolder();
    const lines = `${OPEN} const { url, wasStarted } = await openEmbedded({ folder: '${fresh.path}', sync: 'never' }); console.log(JSON.stringify({ url, wasStarted }))`;
    const answers = await Promise.all([inProcess(lines), inProcess(lines)]);
    await stopEmbedded({ folder: fresh.path });
    expect(answers.join()).toContain('"wasStarted":true');
    expect(new Set([urlIn(answers[0]), urlIn(answers[1])]).size).toBe(1);
    expect((await readdir(fresh.path)).sort()).toEqual(['postgres', 'postgres.port', 'secrets']);
    await fresh.remove();
  });
});

describe('a postmaster.pid that was left behind', () => {
  it('is removed, in words, when its process is not PostgreSQL', async () => {
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n0\n1\n`);
    const heard: string[] = [];
    const embedded = await open({ log: (line) => heard.push(line) });
    expect(embedded.wasStarted).toBe(true);
    expect(heard.join('\n')).toMatch(
      new RegExp(`left over: process ${process.pid} is now .+, which is not PostgreSQL`),
    );
  });

  it.skipIf(process.platform !== 'linux')(
    'is removed in a copied folder, whose file names the server of the original',
    async () => {
      const original = await open();
      const copy = await temporaryFolder();
      await cp(folder, copy.path, { recursive: true });
      const second = await openEmbedded({ folder: copy.path });
      expect(new URL(second.url).port).not.toBe(new URL(original.url).port);
      await second.release();
      await copy.remove();
    },
  );
});

async function open(more: { log?: (line: string) => void } = {}): Promise<Embedded> {
  const embedded = await openEmbedded({ folder, ...more });
  onTestFinished(() => embedded.release());
  return embedded;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = await connect(url);
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

function urlIn(answer: string | undefined): string {
  return /"url":"([^"]+)"/.exec(answer ?? '')?.[1] ?? 'none';
}

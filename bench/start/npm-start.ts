import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What `npm start` has begun. */
export interface Started {
  readonly url: string;
  readonly token: string;
  /** From the command to the address that it prints. */
  readonly ms: number;
  /** Stops it, and returns when everything that it began has gone. */
  stop(): Promise<void>;
}

/** Runs `npm start` as somebody at a terminal does, with its data elsewhere. */
export async function npmStart(data: string): Promise<Started> {
  const since = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, MOOT_DATA: data, PORT: '0', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  // Once nobody holds its output any more, the programs below it are gone as well.
  const gone = once(child, 'close');
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  const end = performance.now() + 1000 * MOST_SECONDS;
  while (performance.now() < end && child.exitCode === null) {
    const [, url, token] = /(http:\/\/\S+)\/sign-in#(\S+)/.exec(written) ?? [];
    if (url !== undefined && token !== undefined) return { url, token, ms: performance.now() - since, stop };
    await pause(5);
  }
  await stop();
  throw new Error(`npm start did not say where it listens:\n${written}`);
}

/** With room for making the database and building the pages. */
const MOST_SECONDS = 300;

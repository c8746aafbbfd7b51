import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@moot/server';
import { serve } from '@moot/server/serve';
import { testDatabase } from '@moot/store/testing';
import { keeping, type Keeping } from './keeping.ts';

/** A server in this process with a database, a folder and a port of its own, and the simulator's players. */
export interface House extends Keeping {
  readonly url: string;
  /** A link that signs a researcher in, once. */
  signInLink(): Promise<string>;
  /** How long what is submitted from now on can be taken back. */
  undoFor(seconds: number): void;
  close(): Promise<void>;
}

export async function openHouse(environment: Readonly<Record<string, string>> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), `moot-test-${process.pid}-`));
  await chmod(folder, 0o755);
  const { url, drop } = await testDatabase();
  const leave = async () => {
    await drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const read = readSettings({ ...USUAL, DATABASE_URL: url, ...environment }, folder);
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const { engine, listening, close } = await serve(read.settings, () => undefined);
    if (!listening) throw new Error('the server does not listen');
    await engine.work(8, listening.live);
    return {
      url: listening.url,
      signInLink: () => listening.signInLink(),
      ...keeping(engine, listening.url),
      undoFor: (seconds) => void Object.assign(engine.settings, { MOOT_UNDO_SECONDS: seconds }),
      async close() {
        await close();
        await leave();
      },
    };
  } catch (thrown) {
    await leave();
    throw thrown;
  }
}

/** Without the role of a worker nothing is seeded; the turns are taken all the same, by the worker begun above. */
const USUAL = { HOST: '127.0.0.1', PORT: '0', ROLES: 'api', MOOT_DATA: 'data', MOOT_UNDO_SECONDS: '0.3' };

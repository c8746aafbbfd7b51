import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openEngine, type Engine } from './engine.ts';
import { seedDemonstration } from './demonstration.ts';
import { serverAround } from './server.module.ts';
import type { Settings } from './settings.ts';

/** A server that runs until it is closed. */
export interface Served {
  /** Where it listens, if it has the role api. */
  readonly url: string | undefined;
  readonly engine: Engine;
  close(): Promise<void>;
}

/** Starts what this process is to be: api, worker or both. Nothing is left running if a part cannot be started. */
export async function serve(settings: Settings, say: (line: string) => void): Promise<Served> {
  const engine = await openEngine(settings, say);
  try {
    const url = settings.ROLES.includes('api') ? await listening(engine) : undefined;
    if (settings.ROLES.includes('worker')) {
      await engine.work();
      await seedDemonstration(engine, say);
    }
    return { url, engine, close: () => engine.close() };
  } catch (thrown) {
    await engine.close();
    throw thrown;
  }
}

async function listening(engine: Engine): Promise<string> {
  const { HOST, PORT } = engine.settings;
  const app = await NestFactory.create(serverAround(engine), {
    forceCloseConnections: true,
    logger: ['error', 'warn'],
  });
  engine.onClose(() => app.close());
  try {
    await app.listen(PORT, HOST);
  } catch (cause) {
    throw cause instanceof Error ? inWords(cause, HOST, PORT) : cause;
  }
  return app.getUrl();
}

/** Why the server cannot listen, and what to do. */
function inWords(cause: Error, host: string, port: number): Error {
  const code = 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new Error(
      `port ${port} on ${host} is taken: end the program that listens there, or set PORT to another (PORT=0 takes a free one)`,
      { cause },
    );
  if (code === 'EACCES')
    return new Error(`port ${port} may not be used by this user: set PORT to one above 1023`, { cause });
  if (code === 'EADDRNOTAVAIL') return new Error(`HOST is ${host}, which is no address of this machine`, { cause });
  return cause;
}

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Engine } from './engine.ts';
import { serverAround } from './server.module.ts';

/** Serves HTTP until the engine closes, and gives the address. */
export async function listen(engine: Engine): Promise<string> {
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

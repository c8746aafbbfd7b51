import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { listenToRuns, openFailures, startedIn } from '@moot/store';
import { oneTimeLink, openAccounts } from './accounts/accounts.ts';
import { fixing } from './desk/fixing.ts';
import type { Engine, Told } from './engine.ts';
import { described } from './http/described.ts';
import { LiveAdapter } from './live/adapter.ts';
import { live, type Live } from './live/live.ts';
import { pages } from './pages.ts';
import { secured } from './security/secured.ts';
import { serverAround } from './server.module.ts';

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** What those who follow runs are told; models that speak in this process are to be heard there. */
  readonly live: Live;
  /** A link that signs a researcher in, once. */
  signInLink(): Promise<string>;
}

/** Serves pages, HTTP and sockets until the engine closes. */
export async function listen(engine: Engine, log: Told): Promise<Listening> {
  const { settings, world, means } = engine;
  const accounts = await openAccounts(means.database, settings);
  const views = live({
    run: world.run,
    failed: (run) => openFailures(means.database, run),
    started: (run) => startedIn(means.database, run),
    log,
  });
  const hints = await listenToRuns(engine.databaseUrl, { run: views.changed, anything: views.anything });
  const fixes = fixing(engine, log);
  engine.onClose(async () => {
    fixes.stop();
    await hints.close();
  });

  const app = await NestFactory.create<NestExpressApplication>(
    serverAround({ engine, accounts, live: views, fixing: fixes }),
    { bodyParser: false, forceCloseConnections: true, logger: ['error', 'warn'] },
  );
  engine.onClose(() => app.close());
  secured(app, settings);
  app.useWebSocketAdapter(new LiveAdapter(app, settings));
  app.use(...pages());
  described(app);
  const url = await listening(app, engine);
  return {
    url,
    live: views,
    signInLink: async () =>
      (settings.MOOT_ORIGINS?.[0] ?? url) +
      (await oneTimeLink(accounts, { role: 'researcher', name: 'researcher', minutes: DAY, older: 'ended' })),
  };
}

const DAY = 24 * 60;

async function listening(app: NestExpressApplication, { settings: { HOST, PORT } }: Engine): Promise<string> {
  try {
    await app.listen(PORT, HOST);
  } catch (cause) {
    throw cause instanceof Error ? inWords(cause, HOST, PORT) : cause;
  }
  return (await app.getUrl()).replace('[::1]', 'localhost');
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

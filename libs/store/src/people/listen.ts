import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CHANNEL } from '../postgres/told.ts';

/** Who is told that something has changed. Both are hints: what has changed stands in the database. */
export interface Told {
  readonly run: (id: string) => void;
  /** Anything may have changed: the connection was lost for a while. */
  readonly anything: () => void;
}

/** Listens for changes of runs, by any process, until it is closed. A connection that breaks is made again. */
export async function listenToRuns(databaseUrl: string, told: Told): Promise<{ close(): Promise<void> }> {
  const closing = new AbortController();
  let client = await listening(databaseUrl, told);

  const following = (async () => {
    const isClosing = () => closing.signal.aborted;
    for (;;) {
      await client.ended;
      await delay(PAUSE, undefined, { signal: closing.signal }).catch(() => undefined);
      if (isClosing()) return;
      client = await listening(databaseUrl, told).catch(() => client);
      if (!client.isEnded()) told.anything();
    }
  })();

  return {
    async close() {
      closing.abort();
      await client.end();
      await following;
    },
  };
}

/** Between two attempts to connect, in ms. */
const PAUSE = 500;

interface Listening {
  readonly ended: Promise<void>;
  isEnded(): boolean;
  end(): Promise<void>;
}

async function listening(connectionString: string, told: Told): Promise<Listening> {
  const client = new pg.Client({ connectionString });
  let isEnded = false;
  const ended = new Promise<void>((resolve) => {
    client.on('end', () => {
      isEnded = true;
      resolve();
    });
    client.on('error', () => undefined);
  });
  client.on('notification', ({ channel, payload }) => {
    if (channel === CHANNEL && payload !== undefined) told.run(payload);
  });
  await client.connect();
  await client.query(`listen ${CHANNEL}`);
  return { ended, isEnded: () => isEnded, end: () => client.end() };
}

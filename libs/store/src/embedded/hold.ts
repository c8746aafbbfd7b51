import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { hasCode } from '../thrown.ts';
import { NAME } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { readPidFile } from './pid-file.ts';

/** A connection that says, for as long as it is open, that somebody uses the cluster. */
export interface Hold {
  readonly url: string;
  /** Resolves when the connection has ended: whether the server broke down, rather than that it was ended by somebody. */
  readonly ended: Promise<boolean>;
  /** Ends this use. When nobody else is left it calls `stop`, and nobody can come in between until that has ended. */
  leave(stop: () => Promise<void>): Promise<void>;
}

/** Takes hold of the server that runs on a cluster. Undefined when none answers there as the cluster's own. */
export async function takeHold(cluster: Cluster): Promise<Hold | undefined> {
  const port = (await readPidFile(cluster.data))?.port;
  if (port === undefined) return undefined;
  const socket = new Socket();
  const client = clientOf(cluster, port, socket);
  try {
    await client.connect();
    if (await isOurs(client, cluster)) {
      await settle(client);
      // From here on the hold alone keeps no program from ending.
      socket.unref();
      return {
        url: urlOf(cluster, port),
        ended: endOf(client),
        leave(stop) {
          socket.ref();
          return leave(client, stop);
        },
      };
    }
  } catch (cause) {
    if (!isAbsence(cause)) throw cause;
  }
  await client.end();
  return undefined;
}

function endOf(client: pg.Client): Promise<boolean> {
  return new Promise((resolve) => {
    let wasStopped = false;
    // A server that was killed has the same code, and says `unexpected postmaster exit`.
    client.on('error', (cause) => (wasStopped ||= cause.message.includes('administrator command')));
    client.on('end', () => resolve(!wasStopped));
  });
}

function clientOf({ password }: Cluster, port: number, socket: Socket): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: NAME,
    password,
    database: 'postgres',
    application_name: HOLDER,
    connectionTimeoutMillis: 10_000,
    ssl: false,
    stream: () => socket,
  });
  // Whoever stops the server cuts the hold, which is no fault.
  client.on('error', () => undefined);
  return client;
}

const HOLDER = 'moot';
const LEAVER = 'moot, leaving';

/** Whoever comes and whoever leaves holds this lock while looking who else is there. */
const LOCK = 7_250_118;

async function isOurs(client: pg.Client, { data }: Cluster): Promise<boolean> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  const [theirs, ours] = await Promise.all([stat(rows[0]?.data_directory ?? '').catch(() => undefined), stat(data)]);
  return theirs?.ino === ours.ino && theirs.dev === ours.dev;
}

function urlOf({ password }: Cluster, port: number): string {
  return `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}?sslmode=disable`;
}

/** Makes sure that the database is there. While this waits for its turn, a stop by the last to leave may end it. */
async function settle(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
  if (rowCount === 0) await client.query(`create database ${NAME}`);
  await client.query('select pg_advisory_unlock($1)', [LOCK]);
}

async function leave(client: pg.Client, stop: () => Promise<void>): Promise<void> {
  try {
    await client.query(`set application_name = '${LEAVER}'`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    if (await isLast(client)) await stop();
  } catch (cause) {
    if (!isAbsence(cause)) throw cause;
  } finally {
    await client.end();
  }
}

/** Whether nobody else uses the server. Connections of a program that has just ended may linger for a moment. */
async function isLast(client: pg.Client): Promise<boolean> {
  for (let look = 1; look <= 10; look++) {
    const { rows } = await client.query<{ application_name: string }>(OTHERS, [LEAVER]);
    if (rows.length === 0) return true;
    if (rows.some((other) => other.application_name === HOLDER)) return false;
    await pause(50);
  }
  return false;
}

const OTHERS = `select application_name from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`;

/** Whether what was thrown means: nobody there, not yet, not any more, or somebody who does not know our password. */
function isAbsence(thrown: unknown): boolean {
  return (
    hasCode(thrown, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '28P01', '28000') ||
    (thrown instanceof Error && /connection terminated|timeout expired|not queryable/i.test(thrown.message))
  );
}

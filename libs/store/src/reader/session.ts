import { Socket } from 'node:net';
import type pg from 'pg';
import { connect } from '../connect.ts';
import { hasCode } from '../thrown.ts';
import type { Reader } from './ensure.ts';
import { sqlFault } from './fault.ts';

/** A connection for one query, which can be cut at any moment. */
export interface Session {
  readonly client: pg.Client;
  /** Ends it at once: the query that runs is stopped, and whoever waits for it is told why. */
  cut(why: string): void;
  /** The reason if it was cut. */
  readonly why: () => Error | undefined;
  /** Aborted when it has ended, whatever it ended by. */
  readonly ended: AbortSignal;
  /** Bytes that have come since this was last asked. */
  bytes(): number;
  end(): Promise<void>;
}

/** What one reply may hold before it is cut: a value that no memory holds must not end the process that asked. */
const MOST_BYTES = 64_000_000;

/** Opens a connection as the reader role; every value comes as Postgres writes it. */
export async function openSession(reader: Reader): Promise<Session> {
  const socket = new Socket();
  let fault: Error | undefined;
  let received = 0;
  let ending: Promise<void> | undefined;
  const ended = new AbortController();
  const client = await enter(reader, { application_name: 'moot sql', stream: () => socket, types: AS_WRITTEN });
  const { rows } = await client.query<[string]>({ text: 'select pg_backend_pid()', rowMode: 'array' });
  const cut = (why: string) => {
    fault ??= sqlFault(why);
    socket.destroy();
    ending ??= terminate(reader.owner, rows[0]?.[0] ?? '0');
  };
  socket.on('data', (piece: Buffer) => {
    received += piece.length;
    if (received > MOST_BYTES)
      cut(`A row or two make more than ${MOST_BYTES / 1e6} MB: ask for fewer or shorter columns.`);
  });
  return {
    client,
    cut,
    why: () => fault,
    ended: ended.signal,
    bytes() {
      const since = received;
      received = 0;
      return since;
    },
    async end() {
      ended.abort();
      await (ending ?? client.query('rollback').catch(() => undefined));
      await client.end();
    },
  };
}

async function enter(reader: Reader, more: pg.ClientConfig): Promise<pg.Client> {
  try {
    return await connect(reader.url, more);
  } catch (thrown) {
    const isCrowded = thrown instanceof Error && hasCode(thrown.cause, '53300');
    throw isCrowded ? sqlFault('Too many queries are running: try again when some have ended.') : thrown;
  }
}

const AS_WRITTEN = { getTypeParser: () => (text: string) => text };

/** Where the application may not do this, the server itself notices soon that nobody listens any more. */
async function terminate(owner: string, pid: string): Promise<void> {
  try {
    const client = await connect(owner);
    await client.query('select pg_terminate_backend($1)', [pid]).finally(() => client.end());
  } catch {
    return;
  }
}

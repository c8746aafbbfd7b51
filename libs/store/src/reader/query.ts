import type { QueryArrayResult } from 'pg';
import { hasCode } from '../thrown.ts';
import type { Reader } from './ensure.ts';
import { inWords, sqlFault } from './fault.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';

/** One query by a person or a program that is not to be trusted. */
export interface Asked {
  readonly reader: Reader;
  readonly sql: string;
  readonly maxRows: number;
  /** How long the database may work on it, in all. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Each value as Postgres writes it; numbers keep all their digits. */
export type Row = readonly (string | null)[];

export interface Answer {
  readonly fields: readonly { readonly name: string; readonly typeName: string }[];
  /** To be read once, to its end or as far as wanted: then the connection is closed. */
  readonly rows: AsyncIterable<Row>;
  /** Whether there were more rows than `maxRows`; known when they have been read. */
  truncated(): boolean;
}

/**
 * Asks one query, on a connection of its own that is thrown away: as the reader role, in a read-only transaction that
 * is always rolled back, within limits of time and rows that the application keeps as well as the server. Whatever is
 * not a single query is refused by the grammar: it would have to stand where a cursor's query stands.
 */
export async function readOnlyQuery(asked: Asked): Promise<Answer> {
  if (asked.sql.trim() === '') throw sqlFault('There is no query.');
  const session = await openSession(asked.reader);
  const step = watch(session, asked);
  try {
    await step(() => begin(session, asked));
    const first = await step(() => fetch(session, FIRST));
    const fields = await step(() => describe(session, first.fields));
    const cap = { isPassed: false };
    const rows = upTo(asked.maxRows, batches(first.rows, step, session), cap);
    return { fields, rows: closing(rows, session), truncated: () => cap.isPassed };
  } catch (thrown) {
    await session.end();
    throw thrown;
  }
}

const DECLARE = 'declare asked no scroll cursor for ';

async function begin({ client }: Session, { sql, timeoutMs }: Asked): Promise<void> {
  const limit = `set local statement_timeout = ${Math.ceil(timeoutMs)}`;
  await client.query(`begin read only; ${limit}; set local cursor_tuple_fraction = 1`);
  // A name makes it a prepared statement, which is never more than one statement.
  await client.query({ name: 'asked', text: DECLARE + sql });
}

type Batch = QueryArrayResult<(string | null)[]>;

function fetch({ client }: Session, rows: number): Promise<Batch> {
  return client.query<(string | null)[]>({ text: `fetch ${rows} from asked`, rowMode: 'array' });
}

async function describe({ client }: Session, fields: Batch['fields']): Promise<Answer['fields']> {
  const ids = [...new Set(fields.map((field) => String(field.dataTypeID)))];
  const { rows } = await client.query<[string, string]>({ text: TYPE_NAMES, rowMode: 'array' }, [`{${ids.join()}}`]);
  const names = new Map(rows);
  return fields.map(({ name, dataTypeID }) => ({ name, typeName: names.get(String(dataTypeID)) ?? 'unknown' }));
}

const TYPE_NAMES = 'select id::text, format_type(id, null) from unnest($1::oid[]) as id';

type Step = <T>(act: () => Promise<T>) => Promise<T>;

/** Takes steps of a query as long as it has time left and nobody stops it. */
function watch(session: Session, { sql, timeoutMs, signal }: Asked): Step {
  const late = () => session.cut(tooLong(timeoutMs));
  const stop = () => session.cut('The query was stopped.');
  signal?.addEventListener('abort', stop, { signal: session.ended });
  let left = timeoutMs;
  return async (act) => {
    if (signal?.aborted) stop();
    if (left <= 0) late();
    const since = performance.now();
    const timer = setTimeout(late, left + GRACE_MS);
    try {
      return await act();
    } catch (thrown) {
      throw (
        session.why() ??
        (hasCode(thrown, '57014') ? sqlFault(tooLong(timeoutMs)) : inWords(thrown, sql, DECLARE.length))
      );
    } finally {
      clearTimeout(timer);
      left -= performance.now() - since;
    }
  };
}

/** The server stops a query by itself; only if it has not by then, the connection is cut. */
const GRACE_MS = 1000;

function tooLong(timeoutMs: number): string {
  return `The query took longer than ${timeoutMs / 1000} s and was stopped.`;
}

const FIRST = 10;
const BATCH_BYTES = 1_000_000;

/** Batches of about a megabyte, so that rows of any size pass through a small memory. */
async function* batches(first: readonly Row[], step: Step, session: Session): AsyncGenerator<readonly Row[]> {
  let [size, rows] = [FIRST, first];
  for (;;) {
    yield rows;
    if (rows.length < size) return;
    const wanted = Math.floor((size * BATCH_BYTES) / Math.max(session.bytes(), 1));
    size = Math.min(Math.max(wanted, 1), 1000);
    ({ rows } = await step(() => fetch(session, size)));
  }
}

async function* upTo(
  most: number,
  batches: AsyncIterable<readonly Row[]>,
  cap: { isPassed: boolean },
): AsyncGenerator<Row> {
  let left = most;
  for await (const rows of batches) {
    yield* rows.slice(0, left);
    cap.isPassed = rows.length > left;
    if (cap.isPassed) return;
    left -= rows.length;
  }
}

async function* closing(rows: AsyncIterable<Row>, session: Session): AsyncGenerator<Row> {
  try {
    yield* rows;
  } finally {
    await session.end();
  }
}

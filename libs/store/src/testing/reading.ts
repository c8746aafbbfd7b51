import type pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { connect } from '../connect.ts';
import { ensureReader } from '../reader/ensure.ts';
import type { Reader } from '../reader/ensure.ts';
import { readOnlyQuery } from '../reader/query.ts';
import type { Asked, Row } from '../reader/query.ts';
import { testDatabase } from './index.ts';
import type { TestDatabase } from './index.ts';

/** The application and a reader of one database, as the tests of a file use them. */
export interface Reading {
  readonly app: pg.Client;
  readonly reader: Reader;
  /** Asks by the way that people's queries take. */
  ask(sql: string, more?: Partial<Asked>): Promise<Row[]>;
  /** Asks as the bare role, as somebody could who had its password. */
  askBare(sql: string): Promise<unknown[]>;
  /** Waits until so many sessions of the reader are there. */
  sessions(number: number): Promise<void>;
}

/** Sets up a database with a secret, a view and a reader for the tests of a file; what it gives is there when they run. */
export function reading(): Reading {
  let database: TestDatabase | undefined;
  let app: pg.Client | undefined;
  let reader: Reader | undefined;

  beforeAll(async () => {
    database = await testDatabase();
    app = await connect(database.url);
    await app.query(
      `create table public.secret as select 'truth' as answer; create view results.shown as select 1 as n`,
    );
    reader = await ensureReader(database.url);
  });
  afterAll(async () => {
    await app?.end();
    await database?.drop();
  });

  return {
    get app() {
      return there(app);
    },
    get reader() {
      return there(reader);
    },
    ask: (sql, more) => ask({ reader: there(reader), sql, maxRows: 100, timeoutMs: 60_000, ...more }),
    askBare: (sql) => askBare(there(reader), sql),
    sessions: (number) => expect.poll(() => count(there(app), there(reader)), { timeout: 30_000 }).toBe(number),
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('asked before the tests have begun');
  return value;
}

async function ask(asked: Asked): Promise<Row[]> {
  const { rows } = await readOnlyQuery(asked);
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function askBare({ url }: Reader, sql: string): Promise<unknown[]> {
  const client = await connect(url);
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

async function count(app: pg.Client, { role }: Reader): Promise<number> {
  const { rowCount } = await app.query('select from pg_stat_activity where usename = $1', [role]);
  return rowCount ?? 0;
}

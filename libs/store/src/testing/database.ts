import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect } from '../connect.ts';

/** A server, by the address of any database on it, and the database there of which copies are made. */
export interface Template {
  readonly url: string;
  readonly template: string;
}

/** A database of one's own. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it with its reader role, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a copy of a template. */
export async function copyOf({ url, template }: Template): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(url, `create database ${name} template ${pg.escapeIdentifier(template)}`);
  return {
    url: on(url, name),
    async drop() {
      await ask(url, `drop database if exists ${name} with (force)`);
      await ask(url, `drop role if exists ${name}_reader`);
    },
  };
}

/** The same address, of another database. */
export function on(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function ask(url: string, sql: string): Promise<void> {
  const client = await connect(url);
  await client.query(sql).finally(() => client.end());
}

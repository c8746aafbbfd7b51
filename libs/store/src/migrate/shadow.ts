import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connect } from '../connect.ts';

/** An empty database beside the one that an address names, and how to get rid of it whoever is connected to it. */
export async function shadowDatabase(url: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `moot_shadow_${randomUUID()}`;
  await once(url, `create database ${pg.escapeIdentifier(name)} template template0`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => once(url, `drop database ${pg.escapeIdentifier(name)} with (force)`) };
}

async function once(url: string, sql: string): Promise<void> {
  const client = await connect(url);
  await client.query(sql).finally(() => client.end());
}

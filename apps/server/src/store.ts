import { ensureReader, makeReady, openDatabase, openEmbedded, type Database, type Reader } from '@moot/store';
import { closers, once, type Closers } from './closing.ts';
import type { Settings } from './settings.ts';

/** The database of some settings, brought up to date. */
export interface Store {
  readonly databaseUrl: string;
  readonly database: Database;
  /** The role that reads the results, for `moot sql`; made, or made safe again, when it is first asked for. */
  reader(): Promise<Reader>;
  close(): Promise<void>;
}

/** Opens the database, embedded or not, and brings its tables and its queue up to date. Several may do it at once. */
export async function openStore(settings: Settings): Promise<Store> {
  const closing = closers();
  try {
    return await opened(settings, closing);
  } catch (thrown) {
    await closing.close();
    throw thrown;
  }
}

async function opened(settings: Settings, closing: Closers): Promise<Store> {
  const databaseUrl = settings.DATABASE_URL ?? (await embeddedIn(settings, closing));
  await makeReady(databaseUrl);
  const connections = Math.min(20, 4 + Math.ceil(settings.WORKER_CONCURRENCY / 2));
  const database = openDatabase(databaseUrl, { connections });
  closing.add(() => database.$disconnect());
  return { databaseUrl, database, reader: once(() => ensureReader(databaseUrl)), close: closing.close };
}

async function embeddedIn({ folder }: Settings, closing: Closers): Promise<string> {
  const embedded = await openEmbedded({ folder });
  closing.add(() => embedded.release());
  return embedded.url;
}

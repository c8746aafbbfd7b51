import { ensureReader, installQueue, migrate, type Reader } from '@moot/store';

/** Brings a database up to date: tables, queue, and the role that may read results alone. Two may do it at once. */
export async function prepareDatabase(url: string): Promise<Reader> {
  await migrate(url);
  await installQueue(url);
  return ensureReader(url);
}

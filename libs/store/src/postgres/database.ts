import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/client.ts';
import type { Prisma } from '../generated/client.ts';

/** The database as the store uses it: a pool of connections behind Prisma's client. Whoever opens it disconnects it. */
export type Database = PrismaClient;

/** The database, or a transaction in it. */
export type Reach = Prisma.TransactionClient;

const SECOND = 1000;

/**
 * Opens a pool of connections; the first query connects. Transactions of one run queue up behind its lock, so they may
 * wait for long before anything is wrong.
 */
export function openDatabase(url: string, { connections = 10 }: { readonly connections?: number } = {}): Database {
  const adapter = new PrismaPg({ connectionString: url, max: connections });
  return new PrismaClient({
    adapter,
    // Else each query notes where it was called from, in case it fails: a sixth of all that the client does.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 60 * SECOND, timeout: 60 * SECOND },
  });
}

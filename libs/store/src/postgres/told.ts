import { Prisma } from '../generated/client.ts';

/** The channel on which processes tell each other that something has changed in a run. A hint, which nobody has to trust. */
export const CHANNEL = 'moot_run';

/** SQL that tells all processes, once the transaction is committed, that something has changed in a run. */
export function told(run: string): Prisma.Sql {
  // A void cannot be read.
  return Prisma.sql`pg_notify(${CHANNEL}, ${run})::text`;
}

import { Prisma } from '../generated/client.ts';

/** The task of the queue that makes a move of what a person submitted. */
export const FIX = 'fix';

/** SQL that has a submission become a move, in case the process that took it in does not do so itself. */
export function addFix(id: string, fixedAt: Date): Prisma.Sql {
  const runAt = new Date(fixedAt.getTime() + PATIENCE);
  return Prisma.sql`select count(*) from graphile_worker.add_job(
    ${FIX}, ${JSON.stringify({ submission: id })}::json, job_key => ${`fix ${id}`}, run_at => ${runAt}, max_attempts => 1000)`;
}

/** How much later than the process that took it in, in ms. */
const PATIENCE = 2000;

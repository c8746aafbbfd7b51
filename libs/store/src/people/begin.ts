import { dueAtStart, type Run } from '@moot/runner';
import { addJobs } from '../jobs/queue.ts';
import { refTo } from '../jobs/turn-ref.ts';
import type { Means } from '../postgres/means.ts';
import { told } from '../postgres/told.ts';

/** Has the machines of a run take their first turns, if that has not been done. */
export async function beginRun({ database, clock }: Pick<Means, 'database' | 'clock'>, run: Run): Promise<boolean> {
  const at = clock();
  return database.$transaction(async (reach) => {
    const count = await reach.$executeRaw`
      update run set begun_at = ${at} where id = ${run.id} and begun_at is null`;
    if (count === 0) return false;
    const due = dueAtStart(run).map((turn) => refTo(run.id, turn));
    if (due.length > 0) await reach.$queryRaw(addJobs(due));
    await reach.$queryRaw`select ${told(run.id)}`;
    return true;
  });
}

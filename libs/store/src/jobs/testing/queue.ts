import type { TurnRef } from '@moot/runner';
import pg from 'pg';
import { openDatabase } from '../../postgres/database.ts';
import { testDatabase } from '../../testing/index.ts';
import { addJobs } from '../queue.ts';

/** A queue of its own for one test file, and a look into it. */
export interface Queue {
  readonly url: string;
  readonly plain: pg.Pool;
  /** Puts the turn of A in each of these runs in the queue. */
  add(...runs: readonly string[]): Promise<void>;
  /** The jobs that are there, and by whom they are locked. */
  jobs(): Promise<readonly Job[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface Job {
  readonly key: string;
  readonly locked_by: string | null;
}

export async function openQueue(): Promise<Queue> {
  const { url, drop } = await testDatabase();
  const database = openDatabase(url);
  const plain = new pg.Pool({ connectionString: url, max: 1 });
  plain.on('error', () => undefined);
  const turn = (run: string): TurnRef => ({ run, seat: 'A', kind: 'speech', at: 'round 1', version: 1 });
  return {
    url,
    plain,
    async add(...runs) {
      await database.$queryRaw(addJobs(runs.map(turn)));
    },
    jobs: async () => (await plain.query<Job>('select key, locked_by from graphile_worker.jobs order by id')).rows,
    async clear() {
      await plain.query('truncate graphile_worker._private_jobs, worker');
    },
    async close() {
      await Promise.all([database.$disconnect(), plain.end()]);
      await drop();
    },
  };
}

/** Takes a turn by telling of which run it is. */
export function telling(tell: (run: string) => void): (turn: TurnRef) => Promise<void> {
  return ({ run }) => {
    tell(run);
    return Promise.resolve();
  };
}

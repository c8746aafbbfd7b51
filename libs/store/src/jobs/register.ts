import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { thisProcess } from './process.ts';
import { hasten, unlock } from './unlock.ts';

/**
 * Who works: one row for each pool of workers, with its last sign of life. graphile-worker keeps the jobs of a worker that
 * died locked for four hours; here they are free within seconds. What it writes as `locked_by` is the id of the pool.
 */
export interface Register {
  /** Enters a pool, and returns once it is entered. */
  join(poolId: string): Promise<void>;
  leave(poolId: string): Promise<void>;
  /** The pool that was entered last. */
  latest(): string | undefined;
  /** Frees the jobs of pools that are known to be gone, and makes due what waits to be tried again. */
  freeTheGone(): Promise<void>;
  /** Gives signs of life, and frees the jobs of pools that give none, until the signal. */
  beat(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Without a sign of life for so many ms, a pool counts as dead. */
export const STALE = 6000;

/** Opens the register on a connection of its own, so that a sign of life waits for nothing else. */
export function openRegister(url: string, log: (line: string) => void): Register {
  const database = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: STALE, query_timeout: STALE });
  database.on('error', () => undefined);
  const entered = new Map<string, Promise<void>>();
  const heart = beating(database, log);

  return {
    latest: () => [...entered.keys()].at(-1),
    async join(id) {
      here.add(id);
      const entering = entered.get(id) ?? enterAtLast(database, id);
      entered.set(id, entering);
      await entering;
    },
    async leave(id) {
      here.delete(id);
      entered.delete(id);
      await database.query('delete from worker where pool_id = $1', [id]);
    },
    async freeTheGone() {
      await unlock(database, { alive: [...here], silentFor: undefined, log });
      await hasten(database, 0);
    },
    async beat(signal) {
      while (!signal.aborted) {
        await heart([...entered.keys()]);
        await delay(BEAT, undefined, { signal }).catch(() => undefined);
      }
    },
    close: () => database.end(),
  };
}

/** One beat: a sign of life of one's own, and a look at that of others. */
function beating(database: pg.Pool, log: (line: string) => void): (ids: readonly string[]) => Promise<void> {
  let last = -Infinity;
  const beat = async (ids: readonly string[]) => {
    for (const id of ids) if (here.has(id)) await enter(database, id);
    // Whoever was out of touch lets the others give a sign of life before it counts them as dead.
    const wasInTouch = performance.now() - last < 2 * BEAT;
    last = performance.now();
    await unlock(database, { alive: [...here], silentFor: wasInTouch ? STALE : undefined, log });
    await hasten(database, LONGEST_WAIT);
  };
  return (ids) => beat(ids).catch((thrown: unknown) => log(`worker: no sign of life can be given: ${String(thrown)}`));
}

const BEAT = 2000;
/** The longest that a job waits to be tried again. */
const LONGEST_WAIT = 60_000;

/** The pools of this process. Another pool under its process id is that of a process that had the id before. */
const here = new Set<string>();

async function enter(database: pg.Pool, id: string): Promise<void> {
  const { host, pid } = thisProcess();
  await database.query(
    `insert into worker (pool_id, host, pid, started_at, heartbeat_at) values ($1, $2, $3, now(), now())
     on conflict (pool_id) do update set heartbeat_at = now()`,
    [id, host, pid],
  );
}

/** A pool that locks jobs without being entered would pass for a dead one. */
async function enterAtLast(database: pg.Pool, id: string): Promise<void> {
  while (here.has(id)) {
    const isEntered = await enter(database, id).then(
      () => true,
      () => false,
    );
    if (isEntered) return;
    await delay(BEAT);
  }
}

import type { Client } from 'pg';

/** Which migrations a database has, as Prisma's engine keeps it. */
export interface History {
  readonly applied: readonly string[];
  /** Begun by a start that failed or was killed, and not looked into since. */
  readonly open: readonly string[];
}

export async function readHistory(client: Client): Promise<History> {
  const found = await client.query<{ has: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as has`,
  );
  if (found.rows[0]?.has !== true) return { applied: [], open: [] };

  const { rows } = await client.query<{ name: string; done: boolean }>(`
    select migration_name as name, finished_at is not null as done
    from public._prisma_migrations where rolled_back_at is null order by started_at`);
  const names = (done: boolean) => rows.filter((row) => row.done === done).map((row) => row.name);
  return { applied: names(true), open: names(false) };
}

/** An older Moot would not know what a newer one has made of the database. */
export function refuseNewer({ applied }: History, known: readonly string[]): void {
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length === 0) return;
  const made = `The database was made by a newer Moot: it has ${newer.join(', ')}, which this one does not know`;
  throw new Error(`${made}. Start the newer one.`);
}

/** Says, in the transaction of a migration itself, that it has been applied. */
export const MARK = `
;
update public._prisma_migrations set logs = 'applied' where finished_at is null and rolled_back_at is null;`;

/** Closes what is open: thanks to the mark it is known to be in the database as a whole, or not at all. */
export async function settle(client: Client): Promise<void> {
  await client.query(`
    update public._prisma_migrations
    set finished_at = case when logs = 'applied' then now() end,
        applied_steps_count = case when logs = 'applied' then 1 else 0 end,
        rolled_back_at = case when logs = 'applied' then null else now() end
    where finished_at is null and rolled_back_at is null`);
}

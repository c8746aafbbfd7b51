import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** What is done with a script instead of just running it. */
export type Around = (script: string, run: (script: string) => Promise<void>) => Promise<void>;

/**
 * Prisma's adapter for Postgres, made fit for migrations. The original cuts a script at every semicolon, and cannot
 * read the catalogue's type "char". Here a script is sent whole, so that it is applied as a whole or not at all.
 */
export async function migrationAdapter(
  url: string,
  around: Around = (script, run) => run(script),
): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url });
  const charColumns = noteCharColumns(pool);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query: SqlQuery) => asCharacters(await adapter.queryRaw(query), charColumns),
    executeRaw: (query) => adapter.executeRaw(query),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: () => adapter.dispose(),
    executeScript: (script) => translated(around(script, (whole) => executeWhole(pool, whole))),
  };
}

/** One message with the whole script is one transaction to Postgres. */
async function executeWhole(pool: pg.Pool, script: string): Promise<void> {
  const client = await pool.connect();
  await client.query(script).finally(() => client.release());
}

/** What Postgres refuses, in the form that Prisma's engine understands. */
async function translated(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    if (!(thrown instanceof pg.DatabaseError)) throw thrown;
    const { code = 'N/A', severity = 'ERROR', message, detail, column, hint } = thrown;
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
  }
}

const CHAR = 18;
const TEXT = 25;

/** Which columns of a result are of the type "char", by the result's own list of rows. */
type CharColumns = WeakMap<readonly unknown[], readonly number[]>;

/** Has the pool call columns of the type "char" text, which the adapter can read, and notes which they were. */
function noteCharColumns(pool: pg.Pool): CharColumns {
  const noted: CharColumns = new WeakMap();
  const query = pool.query.bind(pool);
  const noting = async (asked: pg.QueryArrayConfig) => {
    const result = await query(asked);
    const chars = result.fields.flatMap((field, i) => (field.dataTypeID === CHAR ? [i] : []));
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    noted.set(result.rows, chars);
    return result;
  };
  Object.assign(pool, { query: noting });
  return noted;
}

function asCharacters(result: SqlResultSet, charColumns: CharColumns): SqlResultSet {
  const chars = charColumns.get(result.rows) ?? [];
  const columnTypes = result.columnTypes.map((type, i) => (chars.includes(i) ? ColumnTypeEnum.Character : type));
  return { ...result, columnTypes };
}

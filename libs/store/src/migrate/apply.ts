import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { connect } from '../connect.ts';
import { lineAndColumn } from '../position.ts';
import { FILTERS, migrationNames, readMigrations } from './folder.ts';
import { MARK, readHistory, refuseNewer, settle } from './history.ts';
import type { History } from './history.ts';

/**
 * Brings a database up to date, and gives the names of the migrations that were applied. Each is applied as a whole or
 * not at all, whatever is killed when; of several who start at once, one does it and the others wait.
 */
export async function migrate(url: string, { folder = ownMigrations() } = {}): Promise<readonly string[]> {
  const list = await readMigrations(folder);
  const known = list.migrationDirectories.map((each) => each.path);
  const client = await connect(url);
  try {
    if (isUpToDate(await readHistory(client), known)) return [];
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const history = await readHistory(client);
    if (history.open.length > 0) await settle(client);
    return await apply(url, list);
  } finally {
    await client.end();
  }
}

/** Whether a database has all of Moot's own migrations. One that a newer Moot has made is refused. */
export async function isMigrated(client: pg.Client): Promise<boolean> {
  return isUpToDate(await readHistory(client), await migrationNames(ownMigrations()));
}

/** The folder of Moot's own migrations: above this file, wherever it was built to. */
export function ownMigrations(from = import.meta.dirname): string {
  const folder = join(from, 'prisma', 'migrations');
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error(`no prisma/migrations lies above ${import.meta.dirname}`);
  return ownMigrations(dirname(from));
}

/** Held while anybody migrates; nobody else uses that number. */
const LOCK = 7_250_119;

function isUpToDate(history: History, known: readonly string[]): boolean {
  refuseNewer(history, known);
  return history.open.length === 0 && known.every((name) => history.applied.includes(name));
}

async function apply(url: string, list: MigrationList): Promise<readonly string[]> {
  let failure: Error | undefined;
  const around = async (script: string, run: (script: string) => Promise<void>) => {
    const name = list.migrationDirectories.find((each) => each.migrationFile.content.value === script)?.path;
    if (name === undefined) return run(script);
    await run(script + MARK).catch((thrown: unknown) => {
      failure = inWords(join(list.baseDir, name, 'migration.sql'), script, thrown);
      throw thrown;
    });
  };
  try {
    const operation = { migrationsList: list, filters: FILTERS };
    // Seldom is there anything to apply, and the engine takes long to load.
    const { withEngine } = await import('./engine.ts');
    const { appliedMigrationNames } = await withEngine({ url, around }, (engine) => engine.applyMigrations(operation));
    return appliedMigrationNames;
  } catch (thrown) {
    throw failure ?? thrown;
  }
}

function inWords(file: string, script: string, thrown: unknown): Error {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const { position, detail, hint } = thrown instanceof pg.DatabaseError ? thrown : {};
  const { line, column } = lineAndColumn(script, Number(position ?? 1));
  const where = position === undefined ? file : `${file}, line ${line}, column ${column}`;
  const more = [detail, hint].flatMap((words) => (words === undefined ? [] : ` ${words}`)).join('');
  const remedy = 'Nothing of it has been kept. Mend the file or what it stumbled over, and start again.';
  return new Error(`A migration of the database has failed (${where}): ${said}.${more} ${remedy}`, { cause: thrown });
}

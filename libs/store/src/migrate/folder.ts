import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** The migrations that lie in a folder, oldest first, as Prisma's engine wants them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder);
  const scripts = await Promise.all(names.map((name) => readScript(folder, name)));
  return {
    baseDir: folder,
    lockfile: { path: LOCK_FILE, content: await readFile(join(folder, LOCK_FILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: scripts,
  };
}

/** Their names, oldest first. */
export async function migrationNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
}

/** Nothing in the database is somebody else's to manage. */
export const FILTERS = { externalTables: [], externalEnums: [] };

const LOCK_FILE = 'migration_lock.toml';

async function readScript(folder: string, name: string): Promise<MigrationList['migrationDirectories'][number]> {
  const value = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
}

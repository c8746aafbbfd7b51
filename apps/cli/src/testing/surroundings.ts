import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connect } from '@moot/store';
import { testDatabase } from '@moot/store/testing';

/** Where the commands of a test file find their settings: a folder and a database of its own. */
export interface Surroundings {
  readonly folder: string;
  readonly url: string;
  /** Writes a file there, and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  /** How many rows each table has, but those that say who works. */
  counts(): Promise<Readonly<Record<string, number>>>;
  remove(): Promise<void>;
}

/** Makes them, and points the settings of this process there. */
export async function surroundings(): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), 'moot-cli-'));
  const { url, drop } = await testDatabase();
  const before = { ...process.env };
  for (const name of NAMES) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, { MOOT_ROOT: folder, DATABASE_URL: url, WORKER_CONCURRENCY: '4' });
  return {
    folder,
    url,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    counts: () => countsIn(url),
    async remove() {
      process.env = before;
      rmSync(folder, { recursive: true });
      await drop();
    },
  };
}

const NAMES = ['MOOT_DATA', 'PORT', 'HOST', 'ROLES', 'OPENAI_API_KEY', 'OPENAI_BASE_URL', 'MOOT_SIMULATOR_URL'];

async function countsIn(url: string): Promise<Readonly<Record<string, number>>> {
  const client = await connect(url);
  try {
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('worker', 'setting') order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from public."${name}"`);
      counts[name] = rows[0]?.n ?? 0;
    }
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs');
    return { ...counts, jobs: rows[0]?.n ?? 0 };
  } finally {
    await client.end();
  }
}

/** The published study's questions and stories beside the checkout, if they are there. */
export const studyFolder = resolve(import.meta.dirname, '../../../../../shared/data/nyu-human-debate');
export const hasStudy = existsSync(studyFolder) && readdirSync(studyFolder).length > 0;

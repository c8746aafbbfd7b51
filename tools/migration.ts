import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pendingDiff } from '@moot/store';
import { testCluster } from '@moot/store/testing/cluster';

const ROOT = dirname(import.meta.dirname);
const FOLDER = join(ROOT, 'prisma', 'migrations');
const SCHEMA = join(ROOT, 'prisma', 'schema.prisma');
const USAGE = `npm run migration -- new <name>   writes the migration that the schema calls for
npm run migration -- check        exits with 2 when the schema and the migrations differ`;

/** Keeps schema.prisma and its migrations together, with a database of its own that lasts as long as the comparison. */
async function main([verb, name = '']: readonly string[]): Promise<number> {
  if (verb === 'check') return check();
  if (verb === 'new' && /^[a-z][a-z0-9_]*$/.test(name)) return write(name);
  console.error(verb === 'new' ? `A name has small letters, digits and underscores only.\n${USAGE}` : USAGE);
  return 1;
}

async function check(): Promise<number> {
  const sql = await missing();
  if (sql === undefined) return 0;
  console.error(`prisma/schema.prisma and prisma/migrations differ. Run: npm run migration -- new <name>\n\n${sql}`);
  return 2;
}

async function write(name: string): Promise<number> {
  const sql = await missing();
  if (sql === undefined) {
    console.error(
      'The migrations already make what prisma/schema.prisma says. SQL of one’s own goes into a folder made by hand.',
    );
    return 1;
  }
  const folder = join(FOLDER, `${stamp()}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(`Written: ${relative(ROOT, folder)}/migration.sql. Read it before it is applied at the next start.`);
  return 0;
}

async function missing(): Promise<string | undefined> {
  const cluster = await testCluster({ prepare: () => Promise.resolve() });
  try {
    return await pendingDiff({ url: cluster.url, schema: SCHEMA, folder: FOLDER });
  } finally {
    await cluster.stop();
  }
}

/** Seconds, so that names sort as they were made. */
function stamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

process.exitCode = await main(process.argv.slice(2));

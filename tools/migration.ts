import { pendingDiff } from '@moot/store';
import { testCluster } from '@moot/store/testing/cluster';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const PRISMA = join(dirname(import.meta.dirname), 'prisma');
const FOLDER = join(PRISMA, 'migrations');

/** `npm run migration -- <name>`: writes what is new in schema.prisma as a migration. Views and functions are added by hand. */
async function main(name = ''): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error('Say what it does in small letters: npm run migration -- add_gold_items');
    process.exitCode = 1;
    return;
  }
  const sql = await difference();
  console.log(sql === undefined ? 'The migrations already make what schema.prisma says.' : await written(name, sql));
}

async function difference(): Promise<string | undefined> {
  const cluster = await testCluster({ prepare: () => Promise.resolve() });
  try {
    return await pendingDiff({ url: cluster.url, schema: join(PRISMA, 'schema.prisma'), folder: FOLDER });
  } finally {
    await cluster.stop();
  }
}

async function written(name: string, sql: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(FOLDER, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  return `Written: ${join(folder, 'migration.sql')}. Read it, add what Prisma cannot say, and commit it with the schema.`;
}

await main(process.argv[2]);

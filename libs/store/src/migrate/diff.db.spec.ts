import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { connect } from '../connect.ts';
import { temporaryFolder } from '../testing/places.ts';
import { ownMigrations } from './apply.ts';
import { pendingDiff } from './diff.ts';

it('finds no difference between the own schema and the own migrations', async () => {
  const folder = ownMigrations();
  const schema = join(folder, '..', 'schema.prisma');
  expect(await pendingDiff({ url: inject('postgres').url, schema, folder })).toBeUndefined();
});

it('gives the SQL that is missing, reads CHECK constraints on the way, and leaves no shadow behind', async () => {
  const { path: folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const { url } = inject('postgres');
  const schema = join(folder, 'schema.prisma');
  await cp(join(ownMigrations(), 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
  await mkdir(join(folder, '1_one'));
  await writeFile(join(folder, '1_one', 'migration.sql'), `create table one (id int primary key, check (id > 0));`);
  await writeFile(schema, MODEL);

  expect(await pendingDiff({ url, schema, folder })).toContain('ALTER TABLE "one" ADD COLUMN     "word" TEXT;');
  const client = await connect(url);
  const { rowCount } = await client.query(`select from pg_database where datname like 'moot_shadow_%'`);
  await client.end();
  expect(rowCount).toBe(0);
});

const MODEL = `
datasource db {
  provider = "postgresql"
}

model one {
  id   Int     @id
  word String?
}
`;

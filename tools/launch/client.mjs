import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, ROOT, textOf, Trouble } from './surroundings.mjs';

const SCHEMA = join(ROOT, 'prisma', 'schema.prisma');
const CONFIG = join(ROOT, 'prisma.config.ts');
const CLIENT = join(ROOT, 'libs', 'store', 'src', 'generated', 'client.ts');
const STAMP = join(ROOT, 'node_modules', '.moot-generated');

/** Whether the database client was made from the schema as it is. */
export function isClientGenerated() {
  return !existsSync(SCHEMA) || (existsSync(CLIENT) && textOf(STAMP) === stamp());
}

/** Makes the database client from the schema. To be called under the lock. */
export function generateClient(node) {
  // Without a path Prisma tries to download an engine that making the client never runs; any program's path will do.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: node,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const prisma = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');
  const done = spawnSync(node, [prisma, 'generate'], { cwd: ROOT, env, encoding: 'utf8' });
  if (done.status !== 0)
    throw new Trouble(`The database client could not be made from ${SCHEMA}:\n${done.stdout}${done.stderr}`);
  writeFileSync(STAMP, stamp());
}

function stamp() {
  const prisma = textOf(join(ROOT, 'node_modules', 'prisma', 'package.json')) ?? '';
  return hashOf(textOf(SCHEMA) ?? '', textOf(CONFIG) ?? '', prisma);
}

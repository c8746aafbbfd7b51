import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runChild } from './tools/launch/child.mjs';
import { arePagesBuilt, buildPages } from './tools/launch/pages.mjs';
import { prepare } from './tools/launch/prepare.mjs';
import { ROOT, Trouble } from './tools/launch/surroundings.mjs';

/**
 * Runs one verb of the workspace on a Node that can, installing Node, packages and the database client when they are
 * missing or stale. Plain JavaScript for Node 18 and newer, without dependencies: it is what runs before anything is there.
 */
export async function launch(verb, args) {
  try {
    const run = VERBS[verb];
    if (run === undefined) throw new Trouble(`There is no verb '${verb}'. Known: ${Object.keys(VERBS).join(', ')}.`);
    const node = await prepare();
    if (isServing(verb, args) && !arePagesBuilt()) buildPages(node);
    process.exitCode = await runChild(node, run(args), {
      cwd: workingDirectory(verb),
      env: { MOOT_ROOT: ROOT, NX_DAEMON: 'false', ...compiled() },
    });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`moot: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Whether a verb serves pages, which have to be built then. */
function isServing(verb, args) {
  return verb === 'start' || verb === 'screenshots' || (verb === 'moot' && args.includes('server'));
}

/** Where what Node has compiled is kept, so that the next start is quicker. */
function compiled() {
  const { NODE_COMPILE_CACHE = fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) } = process.env;
  return { NODE_COMPILE_CACHE };
}

/** What Node is given for each verb. */
const VERBS = {
  start: (args) => served('apps/server/src/main.ts', args),
  screenshots: (args) => served('apps/web/e2e/testing/screenshots.ts', args),
  moot: (args) => [program('apps/cli/src/main.ts'), ...args],
  bench: (args) => [program('bench/main.ts'), ...args],
  migration: (args) => [program('tools/migration.ts'), ...args],
  test: (args) => [program('tools/test.ts'), ...args],
  format: (args) => [program('node_modules/prettier/bin/prettier.cjs'), '--write', '.', '--log-level', 'warn', ...args],
};

/** A program in which the server runs, whose files Node cannot read by itself. */
function served(path, args) {
  return ['--import', String(new URL('apps/server/hook.mjs', import.meta.url)), program(path), ...args];
}

/** `moot` takes paths as the caller means them, also when npm has changed to the workspace's root for its script. */
function workingDirectory(verb) {
  if (verb !== 'moot') return ROOT;
  return (process.env.npm_lifecycle_event === 'moot' && process.env.INIT_CWD) || process.cwd();
}

function program(path) {
  const found = fileURLToPath(new URL(path, import.meta.url));
  if (!existsSync(found)) throw new Trouble(`${found} is missing: this checkout is incomplete.`);
  return found;
}

const isCalledDirectly =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCalledDirectly) await launch(process.argv[2] ?? '', process.argv.slice(3));

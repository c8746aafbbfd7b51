import { globSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { PURE_ROOMS } from '../lint/rooms.mjs';

/** Gives every project the checks that its files call for; nx.json says what each check depends on. */
export const createNodesV2 = ['{{libs,apps}/*,bench,tools}/package.json', projects];

function projects(files, _options, { workspaceRoot }) {
  return files.map((file) => {
    const root = dirname(file);
    return [file, { projects: { [root]: { root, targets: checksOf(root, join(workspaceRoot, root)) } } }];
  });
}

function checksOf(root, folder) {
  const specs = globSync('**/*.spec.ts', { cwd: folder, exclude: ['node_modules'] });
  const hasPure = specs.some((path) => !/\.(db|e2e)\.spec\.ts$/.test(path));
  const hasBrowser = specs.some((path) => path.endsWith('.e2e.spec.ts'));
  const hasDatabase = specs.some((path) => path.endsWith('.db.spec.ts'));
  return {
    // All rooms are checked in one go; the pure ones also by themselves, where Node's types are out of reach.
    ...(PURE_ROOMS.includes(basename(root)) && { typecheck: {} }),
    ...(hasPure && { test: vitest(root, 'vitest.config.ts') }),
    ...(hasBrowser && { 'test-e2e': vitest(root, 'vitest.e2e.config.ts') }),
    ...(hasDatabase && { 'test-db': vitest(root, 'vitest.db.config.ts') }),
  };
}

/** Vitest looks for its configuration from the project's folder on. */
function vitest(root, config) {
  return { command: `vitest run --root ${root} --config ${posix.relative(root, config)}` };
}

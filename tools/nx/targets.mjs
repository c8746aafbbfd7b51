import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives every project the checks that its files call for; nx.json says what each check runs and what it depends on. */
export const createNodesV2 = ['{{libs,apps}/*,bench,tools}/package.json', projects];

function projects(files, _options, { workspaceRoot }) {
  return files.map((file) => {
    const root = dirname(file);
    return [file, { projects: { [root]: { root, targets: checksOf(join(workspaceRoot, root)) } } }];
  });
}

function checksOf(folder) {
  const specs = globSync('**/*.spec.ts', { cwd: folder, exclude: ['node_modules'] });
  const hasPure = specs.some((path) => !/\.(db|e2e)\.spec\.ts$/.test(path));
  const hasDatabase = specs.some((path) => path.endsWith('.db.spec.ts'));
  return { lint: {}, typecheck: {}, ...(hasPure && { test: {} }), ...(hasDatabase && { 'test-db': {} }) };
}

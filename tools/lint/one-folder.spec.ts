import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = dirname(dirname(import.meta.dirname));
const protocols = globSync('libs/protocols/src/*/index.ts', { cwd: ROOT }).map((path) => basename(dirname(path)));
const index = readFileSync(join(ROOT, 'libs/protocols/src/index.ts'), 'utf8');
const others = globSync(
  '{apps/{cli,server,web},libs/{agents,experiment,runner,store,ui,wire}}/{bin,src}/**/*.{ts,tsx}',
  {
    cwd: ROOT,
    exclude: (path) => /node_modules|generated|testing|contract|\.spec\.ts$/.test(path),
  },
);

it('sees the sources of the rooms that serve every protocol', () => {
  expect(others.length).toBeGreaterThan(10);
});

it.each(protocols)('%s is one folder and one line', (name) => {
  expect(index.split('\n').filter((line) => line.includes(`'./${name}/`))).toHaveLength(1);
  // As a path's part or as a whole literal; in a comment or a sentence it is a word like any other.
  const named = new RegExp(`['"\`/]${name}['"\`/]`);
  expect(others.filter((path) => named.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { linter, refused, said } from './planted.ts';
import { ROOMS } from './rooms.mjs';

const ROOT = dirname(dirname(import.meta.dirname));
const BOUNDARIES = '@nx/enforce-module-boundaries';
const eslint = linter(BOUNDARIES);

const Package = z.object({
  name: z.string(),
  exports: z.unknown().optional(),
  nx: z.object({ tags: z.array(z.string()) }),
});
const packages = globSync('{libs/*,apps/*,bench,tools}/package.json', { cwd: ROOT }).map((path) => ({
  folder: dirname(path),
  ...Package.parse(JSON.parse(readFileSync(join(ROOT, path), 'utf8'))),
}));
const rooms = Object.entries(ROOMS).flatMap(([room, may]) =>
  packages
    .filter((each) => each.nx.tags.includes(`room:${room}`))
    .map(({ folder, name, exports }) => ({ room, may, folder, name, isLibrary: exports !== undefined })),
);
const PACKAGES = [...new Set(rooms.flatMap(({ may }) => may.packages))].filter((name) => !name.includes('*'));

it('knows the room of every package', () => {
  const tags = packages.flatMap((each) => each.nx.tags.filter((tag) => tag.startsWith('room:')));
  expect(tags.sort()).toEqual(
    Object.keys(ROOMS)
      .map((room) => `room:${room}`)
      .sort(),
  );
});

describe.each(rooms)('room $room', ({ room, may, folder }) => {
  const file = `${folder}/src/index.ts`;

  it('imports the rooms that the table gives it and no other', async () => {
    const others = rooms.filter((other) => other.room !== room && other.isLibrary);
    const names = await refused(
      eslint,
      file,
      others.map(({ name }) => name),
    );
    expect(names).toEqual(others.filter((other) => !may.rooms.includes(other.room)).map(({ name }) => name));
  });

  it('imports the packages that the table gives it and no other', async () => {
    const names = await refused(eslint, file, PACKAGES);
    expect(names).toEqual(PACKAGES.filter((name) => !may.packages.includes(name)));
  });
});

it.each([
  ['the package', "import '@moot/store';"],
  ['a type', "import type { Run } from '@moot/store';"],
  ['a re-export', "export * from '@moot/store';"],
  ['a dynamic import', "export const load = () => import('@moot/store');"],
  ['a path', "import '../../store/src/index.ts';"],
])('sees through %s', async (_, code) => {
  // An import that would close a cycle is reported as one, instead of by its tag.
  expect(await said(eslint, 'libs/protocol/src/index.ts', code)).toEqual([
    expect.stringMatching(/can only depend on|cannot depend on|[Cc]ircular dependency|relative or absolute path/),
  ]);
});

import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linter, said } from './planted.ts';
import { PURE_ROOMS } from './rooms.mjs';

const ROOT = dirname(dirname(import.meta.dirname));
const [first = '', second = ''] = globSync('libs/protocols/src/*/index.ts', { cwd: ROOT }).map((path) =>
  basename(dirname(path)),
);

const eslint = linter(
  'no-restricted-syntax',
  'no-restricted-imports',
  'moot/siblings',
  'max-lines',
  'max-lines-per-function',
  '@typescript-eslint/no-explicit-any',
  '@typescript-eslint/no-non-null-assertion',
  '@typescript-eslint/consistent-type-assertions',
);

const IMPURE = [
  'export class Judge {}',
  'export const draw = () => Math.random();',
  'export const { random } = Math;',
  'export const now = () => Date.now();',
  'export const today = () => new Date();',
  'export const words = () => Date();',
  "export const load = () => import('./other.ts');",
  "import 'node:fs';",
  "import { readFileSync } from 'fs';",
  "export * from 'node:path';",
];

const ASYNC = [
  'export const wait = async () => 1;',
  'export async function wait() { return 1; }',
  'export const seat = { async wait() { return 1; } };',
  'export const one = await Promise.resolve(1);',
];

describe.each(PURE_ROOMS)('rules in %s', (room) => {
  it.each(IMPURE)('refuse %s', async (code) => {
    expect(await said(eslint, `libs/${room}/src/index.ts`, code)).toEqual([expect.stringContaining('no-restricted-')]);
  });

  it('may be given a date', async () => {
    expect(await said(eslint, `libs/${room}/src/index.ts`, "export const day = () => new Date('2026-01-01');")).toEqual(
      [],
    );
  });
});

describe.each(PURE_ROOMS.filter((room) => room !== 'runner'))('rules in %s', (room) => {
  it.each(ASYNC)('refuse %s', async (code) => {
    const words = await said(eslint, `libs/${room}/src/index.ts`, code);
    expect(words).toContainEqual(expect.stringContaining('no-restricted-syntax'));
  });
});

it.each(ASYNC)('lets the runner have %s', async (code) => {
  expect(await said(eslint, 'libs/runner/src/index.ts', code)).toEqual([]);
});

it.each([
  ['no-explicit-any', 'export const seat: any = 1;'],
  ['no-non-null-assertion', 'export const seat = (seats: string[]) => seats[0]!;'],
  ['consistent-type-assertions', 'export const seat = (name: string) => name as "A";'],
  ['no-restricted-syntax', 'export default 1;'],
  ['no-restricted-imports', "import '@moot/protocol/src/table.ts';"],
  ['max-lines', 'export const one = 1;\n'.repeat(201)],
  ['max-lines-per-function', `export function long() {\n${'  again();\n'.repeat(40)}}`],
])('refuses by %s everywhere', async (rule, code) => {
  expect(await said(eslint, 'apps/server/src/index.ts', code)).toContainEqual(expect.stringContaining(rule));
});

it.each([
  `import '../${second}/index.ts';`,
  `export * from '../${second}/index.ts';`,
  `export const it = import('../${second}/index.ts');`,
])('keeps protocols apart: %s', async (code) => {
  const words = await said(eslint, `libs/protocols/src/${first}/index.ts`, code);
  expect(words).toContainEqual(expect.stringContaining('moot/siblings'));
});

it('lets a protocol import its own files', async () => {
  expect(await said(eslint, `libs/protocols/src/${first}/deep/index.ts`, "import '../rules.ts';")).toEqual([]);
});

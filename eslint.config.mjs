import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  bannedImports,
  bannedImportsInRules,
  bannedInRules,
  bannedInRunner,
  bannedSyntax,
} from './tools/lint/bans.mjs';
import { depConstraints, PURE_ROOMS } from './tools/lint/rooms.mjs';
import { siblings } from './tools/lint/siblings.mjs';

const TESTS = ['**/*.spec.ts', '**/testing/**/*.ts'];
const pure = PURE_ROOMS.map((room) => `libs/${room}/**/*.ts`);

// The command line loads a room only in the verbs that need it.
const lazily = { checkDynamicDependenciesExceptions: ['@moot/*'] };

/** ESLint: strict type-aware rules, the size of things, and the walls between rooms. Every rule is an error. */
export default defineConfig(
  { ignores: ['**/node_modules', '**/generated', '**/dist', '**/coverage', '.node', '.nx', '.moot'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    plugins: { '@nx': nx, moot: { rules: { siblings } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { project: './tsconfig.all.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints: depConstraints.sources, allow: [], ...lazily }],
      'no-restricted-imports': ['error', bannedImports],
      'no-restricted-syntax': ['error', ...bannedSyntax],

      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', 40],
      // Three are enough; the kernel's own `watches` has four.
      'max-params': ['error', 4],
      'max-depth': ['error', 2],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-else-return': ['error', { allowElseIf: false }],

      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // We write no classes to be mistaken for one another, and it takes a quarter of all the time.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nor may there be enums: types are to be erased.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Protocols, agents and worlds are objects of functions without `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: pure,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': ['error', bannedImportsInRules],
      'no-restricted-syntax': ['error', ...bannedInRules],
    },
  },
  { files: ['libs/runner/**/*.ts'], ignores: TESTS, rules: { 'no-restricted-syntax': ['error', ...bannedInRunner] } },
  { files: ['libs/protocols/src/**/*.ts'], rules: { 'moot/siblings': ['error', { within: 'libs/protocols/src' }] } },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@nx/enforce-module-boundaries': ['error', { depConstraints: depConstraints.tests, allow: [], ...lazily }],
    },
  },
  // Nest's modules are classes with nothing but a decorator.
  {
    files: ['apps/server/**/*.ts'],
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  // Configuration files are read by tools that want a default export.
  { files: ['*.config.{mjs,ts}', 'apps/web/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // What runs before there are packages, and what ties the rooms to it, stands outside of the rooms.
  { files: ['*.mjs', 'apps/cli/bin/*.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  // Plain JavaScript has no types to lint by.
  { files: ['**/*.mjs', 'apps/web/public/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);

import { defineConfig } from 'vitest/config';

/** Tests against a real Postgres. */
export default defineConfig({
  test: {
    include: ['**/*.db.spec.ts'],
    // One PostgreSQL for the run; each file gets a database of its own there.
    globalSetup: '@moot/store/testing/setup',
    reporters: ['default', ['json', { outputFile: 'dist/test-db.json' }]],
    // Loading what speaks to the database takes longer than most of the tests.
    isolate: false,
    // They wait for the database, which works beside them, as much as they work themselves.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fsModuleCache: false,
    // Nx asks for colours; the output of programs that tests start is compared.
    env: { FORCE_COLOR: '0' },
  },
});

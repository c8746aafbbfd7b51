import { defineConfig } from 'vitest/config';

/** Tests against a real Postgres. */
export default defineConfig({
  test: {
    include: ['**/*.db.spec.ts'],
    globalSetup: '@moot/store/testing/setup',
    reporters: ['default', ['json', { outputFile: 'dist/test-db.json' }]],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fsModuleCache: false,
    // Nx asks for colours; the output of programs that tests start is compared.
    env: { FORCE_COLOR: '0' },
  },
});

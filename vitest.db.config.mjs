import { defineConfig } from 'vitest/config';

/** Tests against a real Postgres. */
export default defineConfig({
  test: {
    include: ['**/*.db.spec.ts'],
    reporters: ['default', ['json', { outputFile: 'dist/test-db.json' }]],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fsModuleCache: false,
  },
});

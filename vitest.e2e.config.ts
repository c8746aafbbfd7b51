import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const SETUPS = ['tools/e2e-setup.ts', 'apps/web/e2e/testing/setup.ts'].map((path) => join(import.meta.dirname, path));

/** Tests in a real browser, against a real server with a real Postgres. */
export default defineConfig({
  test: {
    include: ['**/*.e2e.spec.ts'],
    // One PostgreSQL for the run, the pages as the sources have them, and the browser unpacked.
    globalSetup: ['@moot/store/testing/setup', ...SETUPS],
    reporters: ['default', ['json', { outputFile: 'dist/test-e2e.json' }]],
    isolate: false,
    // Browser, server and database work at once already.
    maxWorkers: 2,
    // Never reached but by what hangs: a loaded machine is slow, not wrong.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fsModuleCache: false,
    env: { FORCE_COLOR: '0' },
  },
});

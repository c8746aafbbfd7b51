import { configDefaults, defineConfig } from 'vitest/config';

/** Pure tests: milliseconds each, no database, no browser. */
export default defineConfig({
  test: {
    include: ['**/*.spec.ts'],
    exclude: [...configDefaults.exclude, '**/*.db.spec.ts', '**/*.e2e.spec.ts'],
    // What `npm test` counts; relative to the project.
    reporters: ['default', ['json', { outputFile: 'dist/test.json' }]],
    // Pure code keeps nothing between files, and loading it once per worker instead of once per file halves the work.
    isolate: false,
    // They begin quicker than processes.
    pool: 'threads',
    // Never reached but by what hangs: a loaded machine is slow, not wrong.
    testTimeout: 60_000,
    // Its transforms outlive a change of an extended tsconfig, and tests stay green that should not.
    fsModuleCache: false,
    // Nx asks for colours; the output of programs that tests start is compared.
    env: { FORCE_COLOR: '0' },
  },
});

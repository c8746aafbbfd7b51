import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importQuestions, readSettings, type Engine } from '@moot/server';
import { withEngine } from '../orchestration/house.ts';
import { startServer, type Server } from '../serving/server.ts';

/** A server with questions in a database of its own, and the same database for whoever looks after it. */
export interface LiveHouse {
  readonly server: Server;
  readonly engine: Engine;
}

export interface Furnishing {
  readonly questions: number;
  /** How many turns are taken at once. */
  readonly turns: number;
  /** Where models are asked, instead of the server's own simulator. */
  readonly endpoint?: string;
  /** An empty database, instead of an embedded PostgreSQL of one's own. */
  readonly databaseUrl?: string;
}

/** The data set that the house has. */
export const DATASET = 'worlds';

/** Does something in a house of its own in the temporary files, and removes all of it. */
export async function inLiveHouse<X>(given: Furnishing, act: (house: LiveHouse) => Promise<X>): Promise<X> {
  const folder = await mkdtemp(join(tmpdir(), 'moot-bench-'));
  try {
    // Run by root, PostgreSQL is another user.
    await chmod(folder, 0o755);
    await writeFile(join(folder, 'models.yaml'), `endpoints: { sim: { limits: { concurrency: ${given.turns} } } }\n`);
    const variables = variablesOf(folder, given);
    const read = readSettings(variables, folder);
    if (!read.ok) throw new Error(read.faults.join('\n'));
    return await withEngine(read.settings, async (engine) => {
      await importWorlds(engine, given.questions);
      const server = await startServer(variables);
      return act({ engine, server }).finally(() => server.stop());
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function variablesOf(folder: string, { turns, endpoint, databaseUrl }: Furnishing): Readonly<Record<string, string>> {
  return {
    MOOT_ROOT: folder,
    MOOT_DATA: 'data',
    WORKER_CONCURRENCY: String(turns),
    ...(endpoint !== undefined && { MOOT_SIMULATOR_URL: endpoint }),
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
}

async function importWorlds(engine: Engine, count: number): Promise<void> {
  const { refused } = await importQuestions(engine, {
    name: DATASET,
    format: 'worlds',
    path: `seed=1,count=${count}`,
  });
  if (refused.length > 0) throw new Error(refused.map(({ why }) => why).join('\n'));
}

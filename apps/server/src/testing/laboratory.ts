import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listRuns, showRun, startExperiment, type ShownRun } from '@moot/store';
import { testDatabase } from '@moot/store/testing';
import { closers } from '../closing.ts';
import { openEngine, type Engine } from '../engine.ts';
import { draftOf } from '../experiments/plan.ts';
import { importQuestions } from '../import.ts';
import { readSettings } from '../settings.ts';
import { until } from './until.ts';

/** An engine on a database and a folder of its own, for one test file. */
export interface Laboratory {
  readonly engine: Engine;
  /** Is empty, and goes when the laboratory closes. */
  readonly folder: string;
  /** What a process needs in its environment to work on the same database. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes up worlds with so many questions, as the data set of that name. */
  importWorlds(name: string, seed: number, count: number): Promise<void>;
  /** Reads a data set from a file of JSON lines. */
  importFile(name: string, path: string): Promise<void>;
  /** Starts an experiment, its people simulated, and gives its runs. */
  start(text: string): Promise<readonly string[]>;
  /** Waits until every run of an experiment has ended. */
  ended(experiment: string): Promise<void>;
  /** The runs of an experiment with all that is known of them. */
  runs(experiment: string): Promise<readonly ShownRun[]>;
  close(): Promise<void>;
}

export interface Furnishing {
  /** The environment besides folder and database. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What MOOT_DATA is called in the temporary folder. */
  readonly data?: string;
  /** Is done in the temporary folder before the engine opens. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** Whether the database is one of the test run's server, or a server of its own in the folder. */
  readonly database?: 'shared' | 'embedded';
}

export async function openLaboratory(furnishing: Furnishing = {}): Promise<Laboratory> {
  const closing = closers();
  try {
    const folder = await mkdtemp(join(tmpdir(), `moot-test-${process.pid}-`));
    closing.add(() => rm(folder, { recursive: true, force: true }));
    // Where root runs the tests, Postgres runs as somebody else.
    await chmod(folder, 0o755);
    await furnishing.prepare?.(folder);
    const environment = {
      MOOT_ROOT: folder,
      MOOT_DATA: furnishing.data ?? 'data',
      // Workers are begun many times; what the first has compiled serves the others.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...(furnishing.database === 'embedded' ? {} : { DATABASE_URL: await databaseIn(closing.add) }),
      ...furnishing.environment,
    };
    const read = readSettings(environment, folder);
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const engine = await openEngine(read.settings);
    closing.add(() => engine.close());
    return furnished({ engine, folder, environment, close: closing.close });
  } catch (thrown) {
    await closing.close();
    throw thrown;
  }
}

async function databaseIn(onClose: (close: () => Promise<void>) => void): Promise<string> {
  const { url, drop } = await testDatabase();
  onClose(drop);
  return url;
}

type House = Pick<Laboratory, 'engine' | 'folder' | 'environment' | 'close'>;

function furnished(house: House): Laboratory {
  const { engine } = house;
  const { database } = engine.means;
  return {
    ...house,
    importWorlds: (name, seed, count) => imported(engine, name, 'worlds', `seed=${seed},count=${count}`),
    importFile: (name, path) => imported(engine, name, 'jsonl', path),
    start: (text) => started(engine, text),
    async ended(experiment) {
      await until(async () => (await listRuns(database, experiment)).every(({ state }) => state === 'ended'));
    },
    async runs(experiment) {
      const listed = await listRuns(database, experiment);
      const shown = await Promise.all(listed.map(({ id }) => showRun(database, id)));
      return shown.flatMap((run) => run ?? []);
    },
  };
}

async function imported(engine: Engine, name: string, format: string, path: string): Promise<void> {
  const { refused } = await importQuestions(engine, { name, format, path });
  if (refused.length > 0) throw new Error(refused.map(({ why }) => why).join('\n'));
}

async function started(engine: Engine, text: string): Promise<readonly string[]> {
  const drafted = await draftOf(engine, { file: 'experiment.yaml', text, people: 'simulated' });
  if (!drafted.ok) throw new Error(drafted.faults.map(({ why }) => why).join('\n'));
  const begun = await startExperiment(engine.means, drafted.plan, text);
  if (!begun.ok) throw new Error(begun.why);
  return drafted.plan.runs.map(({ id }) => id);
}

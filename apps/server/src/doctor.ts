import { mkdir, statfs } from 'node:fs/promises';
import type { Endpoint } from '@moot/agents';
import { listExperiments, queueState } from '@moot/store';
import { openEngine, type Engine } from './engine.ts';
import { endpointsOf, SOMEWHERE } from './models.ts';
import { shownSettings, type Settings } from './settings.ts';

/** What a check found: fine, worth knowing, or bad and how to mend it. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'remark' | 'bad';
  readonly words: string;
  readonly mend?: string;
}

/** Checks what an experiment needs, each part by itself: what is wrong with one hides nothing of the others. */
export async function diagnosed(settings: Settings): Promise<readonly Finding[]> {
  const alone = [versions(), shown(settings), await disk(settings), ...(await endpoints(settings))];
  try {
    const engine = await openEngine(settings);
    try {
      return [...alone, ...(await below(engine))];
    } finally {
      await engine.close();
    }
  } catch (thrown) {
    const mend =
      settings.DATABASE_URL === undefined
        ? undefined
        : 'check DATABASE_URL, and that the server runs and lets this role in';
    return [...alone, { what: 'database', state: 'bad', words: inLine(thrown), ...(mend !== undefined && { mend }) }];
  }
}

function versions(): Finding {
  return { what: 'node', state: 'ok', words: `${process.version} on ${process.platform} ${process.arch}` };
}

function shown(settings: Settings): Finding {
  const given = Object.entries(shownSettings(settings)).filter(([, value]) => value !== 'undefined');
  return { what: 'settings', state: 'ok', words: given.map(([name, value]) => `${name}=${value}`).join(' ') };
}

const GIGABYTE = 1e9;

async function disk({ folder }: Settings): Promise<Finding> {
  try {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    const free = (bavail * bsize) / GIGABYTE;
    const words = `${free.toFixed(1)} GB free for ${folder}`;
    if (free < 0.2)
      return { what: 'disk', state: 'bad', words, mend: 'make room, or set MOOT_DATA to a folder on another disk' };
    return { what: 'disk', state: free < 2 ? 'remark' : 'ok', words };
  } catch (thrown) {
    return { what: 'disk', state: 'bad', words: inLine(thrown), mend: 'set MOOT_DATA to a folder that can be written' };
  }
}

async function endpoints(settings: Settings): Promise<readonly Finding[]> {
  try {
    const found = await endpointsOf(settings, settings.MOOT_SIMULATOR_URL ?? SOMEWHERE);
    return await Promise.all([...found.values()].map(asked));
  } catch (thrown) {
    return [
      {
        what: 'models',
        state: 'bad',
        words: inLine(thrown),
        mend: 'mend the file or the variable that is named',
      },
    ];
  }
}

/** Whether an endpoint answers, by the one call that costs nothing. */
async function asked({ name, baseUrl, key, keyVariable, isSimulator }: Endpoint): Promise<Finding> {
  const what = `model ${name}`;
  if (baseUrl === SOMEWHERE) return { what, state: 'ok', words: 'the simulator, begun with the work' };
  if (keyVariable !== undefined && key === undefined)
    return { what, state: 'bad', words: 'it has no key', mend: `set ${keyVariable}` };
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/models`, {
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    if (response.ok) return { what, state: 'ok', words: `answers${isSimulator ? ', and is the simulator' : ''}` };
    if (response.status === 401 || response.status === 403)
      return {
        what,
        state: 'bad',
        words: `refuses the key (${response.status})`,
        mend: keyVariable === undefined ? 'give it a key in models.yaml' : `check ${keyVariable}`,
      };
    return {
      what,
      state: 'remark',
      words: `answers ${response.status} when asked for its models; some servers have no such list`,
    };
  } catch (thrown) {
    return {
      what,
      state: 'bad',
      words: `cannot be reached: ${inLine(thrown)}`,
      mend: 'check its address and that it runs',
    };
  }
}

async function below(engine: Engine): Promise<readonly Finding[]> {
  const { database } = engine.means;
  const [[{ version }], queue, experiments] = await Promise.all([
    database.$queryRaw<[{ version: string }]>`select current_setting('server_version') as version`,
    queueState(database),
    listExperiments(database),
  ]);
  const failed = experiments.reduce((sum, each) => sum + each.failed, 0);
  return [
    databaseFinding(engine, version),
    readerFinding(engine),
    queueFinding(queue),
    {
      what: 'runs',
      state: failed > 0 ? 'remark' : 'ok',
      words: failed > 0 ? `${failed} wait because a turn failed` : 'none waits because a turn failed',
      ...(failed > 0 && { mend: 'moot ls runs, moot show <run>, then moot retry or moot pass' }),
    },
  ];
}

function databaseFinding({ settings }: Engine, version: string): Finding {
  const where = settings.DATABASE_URL === undefined ? `embedded, in ${settings.folder}` : 'at DATABASE_URL';
  if (Number.parseInt(version, 10) < 15)
    return {
      what: 'database',
      state: 'bad',
      words: `PostgreSQL ${version} ${where}`,
      mend: 'use PostgreSQL 15 or newer',
    };
  return { what: 'database', state: 'ok', words: `PostgreSQL ${version} ${where}, tables up to date` };
}

function readerFinding({ reader: { open } }: Engine): Finding {
  if (open.length === 0)
    return { what: 'moot sql', state: 'ok', words: 'its role can read the results and nothing else' };
  return {
    what: 'moot sql',
    state: 'remark',
    words: `its role can read the results alone, but this database does not let the application forbid it everything: ${open.join('; ')}`,
    mend: 'have a superuser revoke these from PUBLIC, if others than you query the results',
  };
}

function queueFinding({ workers, waiting, failing }: Awaited<ReturnType<typeof queueState>>): Finding {
  const words = `${workers} workers, ${waiting} turns in the queue${failing > 0 ? `, ${failing} of them thrown back by an error` : ''}`;
  if (failing > 0)
    return {
      what: 'queue',
      state: 'bad',
      words,
      mend: 'the log of the worker names the error; the turns are tried again by themselves',
    };
  if (workers === 0 && waiting > 0)
    return { what: 'queue', state: 'remark', words, mend: 'start a worker: npm start, or moot worker' };
  return { what: 'queue', state: 'ok', words };
}

function inLine(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? ` (${thrown.cause.message})` : '';
  return `${thrown instanceof Error ? thrown.message : String(thrown)}${cause}`;
}

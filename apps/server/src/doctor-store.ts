import { listExperiments, queueState, type QueueState } from '@moot/store';
import { inLine, type Finding } from './finding.ts';
import type { Settings } from './settings.ts';
import { openStore, type Store } from './store.ts';

/** How the database is, and what lies in it. */
export async function storeFindings(settings: Settings): Promise<readonly Finding[]> {
  try {
    const store = await openStore(settings);
    try {
      return await inStore(store, settings);
    } finally {
      await store.close();
    }
  } catch (thrown) {
    return [
      { what: 'database', state: 'bad', words: inLine(thrown), ...(settings.DATABASE_URL !== undefined && MEND) },
    ];
  }
}

const MEND = { mend: 'check DATABASE_URL, and that the server runs and lets this role in' };

async function inStore(store: Store, settings: Settings): Promise<readonly Finding[]> {
  const { database } = store;
  const [[{ version }], queue, experiments] = await Promise.all([
    database.$queryRaw<[{ version: string }]>`select current_setting('server_version') as version`,
    queueState(database),
    listExperiments(database),
  ]);
  const failed = experiments.reduce((sum, each) => sum + each.failed, 0);
  return [serverFinding(settings, version), await readerFinding(store), queueFinding(queue), runsFinding(failed)];
}

function serverFinding({ DATABASE_URL, folder }: Settings, version: string): Finding {
  const words = `PostgreSQL ${version} ${DATABASE_URL === undefined ? `embedded, in ${folder}` : 'at DATABASE_URL'}`;
  if (Number.parseInt(version, 10) < 15)
    return { what: 'database', state: 'bad', words, mend: 'use PostgreSQL 15 or newer' };
  return { what: 'database', state: 'ok', words: `${words}, tables up to date` };
}

async function readerFinding(store: Store): Promise<Finding> {
  const what = 'moot sql';
  try {
    const { open } = await store.reader();
    if (open.length === 0) return { what, state: 'ok', words: 'its role can read the results and nothing else' };
    return {
      what,
      state: 'remark',
      words: `its role can read the results alone, but this database does not let the application forbid it everything: ${open.join('; ')}`,
      mend: 'have a superuser revoke these from PUBLIC, if others than you query the results',
    };
  } catch (thrown) {
    return { what, state: 'bad', words: inLine(thrown) };
  }
}

function queueFinding({ workers, waiting, failing }: QueueState): Finding {
  const words = `${workers} workers, ${waiting} turns in the queue${failing > 0 ? `, ${failing} of them thrown back by an error` : ''}`;
  if (failing > 0) {
    const mend = 'the log of the worker names the error; the turns are tried again by themselves';
    return { what: 'queue', state: 'bad', words, mend };
  }
  if (workers === 0 && waiting > 0)
    return { what: 'queue', state: 'remark', words, mend: 'start a worker: npm start, or moot worker' };
  return { what: 'queue', state: 'ok', words };
}

function runsFinding(failed: number): Finding {
  if (failed === 0) return { what: 'runs', state: 'ok', words: 'none waits because a turn failed' };
  const words = `${failed} wait because a turn failed`;
  return { what: 'runs', state: 'remark', words, mend: 'moot ls runs, moot show <run>, then moot retry or moot pass' };
}

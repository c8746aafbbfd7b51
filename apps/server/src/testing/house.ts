import { closers } from '../closing.ts';
import { openEngine, type Engine } from '../engine.ts';
import { listen, type Listening } from '../listen.ts';
import { oneTimeLink, openAccounts } from '../accounts/accounts.ts';
import { readSettings, type Settings } from '../settings.ts';
import { openLaboratory, type Furnishing, type Laboratory } from './laboratory.ts';

/** A server as it is started, on a database of its own, that can be closed and started again. */
export interface House {
  /** Its own engine takes no turns. */
  readonly laboratory: Laboratory;
  /** Where the server listens; another port after it was started again. */
  url(): string;
  /** The engine that the server is around. */
  engine(): Engine;
  /** Where those who follow runs are told of them, for a worker that a test begins itself. */
  live(): Listening['live'];
  /** Closes the server and its worker in order, and starts them again on the same database. */
  restart(): Promise<void>;
  /** The token of a link that signs somebody in. */
  tokenFor(role: 'researcher' | 'viewer'): Promise<string>;
  close(): Promise<void>;
}

export interface HouseFurnishing extends Furnishing {
  /** Turns that the server's worker takes at once; 0 for a server that takes none. */
  readonly concurrency?: number;
}

export async function openHouse({ concurrency = 4, ...furnishing }: HouseFurnishing = {}): Promise<House> {
  const closing = closers();
  const environment = { PORT: '0', ...furnishing.environment };
  const laboratory = await openLaboratory({ ...furnishing, environment });
  closing.add(laboratory.close);
  const { settings } = laboratory.engine;
  const start = () => started(settings, concurrency);
  let now = await start();
  closing.add(() => now.engine.close());
  const accounts = await openAccounts(laboratory.engine.means.database, settings);
  return {
    laboratory,
    url: () => now.listening.url,
    engine: () => now.engine,
    live: () => now.listening.live,
    async restart() {
      await now.engine.close();
      now = await start();
    },
    async tokenFor(role) {
      const link = await oneTimeLink(accounts, { role, name: `the ${role}` });
      return link.slice(link.indexOf('#') + 1);
    },
    close: closing.close,
  };
}

/** An environment as the settings of another process that works on the same database. */
export function settingsIn({ environment, folder }: Pick<Laboratory, 'environment' | 'folder'>): Settings {
  const read = readSettings(environment, folder);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.settings;
}

async function started(
  settings: Settings,
  concurrency: number,
): Promise<{ readonly engine: Engine; readonly listening: Listening }> {
  const engine = await openEngine(settings);
  try {
    const listening = await listen(engine, () => undefined);
    if (concurrency > 0) await engine.work(concurrency, listening.live);
    return { engine, listening };
  } catch (thrown) {
    await engine.close();
    throw thrown;
  }
}

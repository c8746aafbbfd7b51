import { openEngine, type Engine } from './engine.ts';
import type { Settings } from './settings.ts';
import { isUntouched } from './untouched.ts';

/** A server that runs until it is closed. */
export interface Served {
  /** Where it listens, if it has the role api. */
  readonly url: string | undefined;
  readonly engine: Engine;
  close(): Promise<void>;
}

/** Starts what this process is to be: api, worker or both. Nothing is left running if a part cannot be started. */
export async function serve(settings: Settings, say: (line: string) => void): Promise<Served> {
  const engine = await openEngine(settings, say);
  try {
    // A process that takes turns only does without Nest.
    const url = settings.ROLES.includes('api') ? await (await import('./listen.ts')).listen(engine) : undefined;
    if (settings.ROLES.includes('worker')) {
      await engine.work();
      await demonstrate(engine, say);
    }
    return { url, engine, close: () => engine.close() };
  } catch (thrown) {
    await engine.close();
    throw thrown;
  }
}

async function demonstrate(engine: Engine, say: (line: string) => void): Promise<void> {
  if (!(await isUntouched(engine))) return;
  // What reads datasets and experiment files is needed at the first start only.
  const { seedDemonstration } = await import('./demonstration.ts');
  await seedDemonstration(engine, say);
}

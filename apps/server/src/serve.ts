import { openEngine, type Engine } from './engine.ts';
import { seedDemonstration } from './demonstration.ts';
import type { Listening } from './listen.ts';
import type { Settings } from './settings.ts';

/** A server that runs until it is closed. */
export interface Served {
  /** Where it listens, if it has the role api. */
  readonly listening: Listening | undefined;
  readonly engine: Engine;
  close(): Promise<void>;
}

/** Starts what this process is to be: api, worker or both. Nothing is left running if a part cannot be started. */
export async function serve(settings: Settings, say: (line: string) => void): Promise<Served> {
  const engine = await openEngine(settings, say);
  try {
    // A process that takes turns only does without Nest.
    const listening = settings.ROLES.includes('api')
      ? await (await import('./listen.ts')).listen(engine, say)
      : undefined;
    if (settings.ROLES.includes('worker')) {
      await engine.work(undefined, listening?.live);
      await seedDemonstration(engine, say);
    }
    return { listening, engine, close: () => engine.close() };
  } catch (thrown) {
    await engine.close();
    throw thrown;
  }
}

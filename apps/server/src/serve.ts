import { flushCompileCache } from 'node:module';
import { openEngine, type Engine } from './engine.ts';
import type { Listening } from './listen.ts';
import type { Settings } from './settings.ts';
import { isUntouched } from './untouched.ts';

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
      await demonstrate(engine, say);
    }
    // What was compiled is kept as soon as it is there: a process that is killed has begun the next one's start.
    flushCompileCache();
    return { listening, engine, close: () => engine.close() };
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

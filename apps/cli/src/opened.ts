import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '@moot/server';
import type { Store } from '@moot/server/store';
import { settingsHere } from './settings-here.ts';

/** What is done, and told when whoever is at the keyboard wants it to end. */
type Act<T, X> = (opened: T, signal: AbortSignal) => Promise<X>;

export interface Opening {
  /** How long what is done may take to end by itself after a signal, in ms. */
  readonly patience?: number;
  /** Is told what whoever watches the work should know. */
  readonly told?: (line: string) => void;
}

/** Does something with the database and closes it, whatever happens. */
export async function withStore<X>(act: Act<Store, X>, opening: Opening = {}): Promise<X> {
  const settings = settingsHere();
  const { openStore } = await import('@moot/server/store');
  return closing(openStore(settings), act, opening);
}

/** Does something with the runs that are kept, without models. */
export function withWorld<X>(act: (kept: Pick<Engine, 'means' | 'world'>) => Promise<X>): Promise<X> {
  return withStore(async ({ database }) => {
    const [{ meansOf }, { postgresWorld }] = await Promise.all([import('@moot/server/means'), import('@moot/store')]);
    const means = meansOf(database);
    return act({ means, world: postgresWorld(means) });
  });
}

/** Does something with the engine and closes it, whatever happens. */
export async function withEngine<X>(act: Act<Engine, X>, opening: Opening = {}): Promise<X> {
  const settings = settingsHere();
  const { openEngine } = await import('@moot/server');
  return closing(openEngine(settings, opening.told), act, opening);
}

interface Closable {
  close(): Promise<void>;
}

/** A signal closes what was opened and ends the process; a second one ends it at once. */
async function closing<T extends Closable, X>(
  opening: Promise<T>,
  act: Act<T, X>,
  { patience = 0 }: Opening,
): Promise<X> {
  const stopping = new AbortController();
  const acting = opening.then((opened) => act(opened, stopping.signal));
  const stop = (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) process.exit(codeOf(signal));
    stopping.abort();
    void leave(opening, acting, patience).finally(() => process.exit(codeOf(signal)));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await acting;
  } catch (thrown) {
    // What fails because it was closed is nobody's concern.
    if (stopping.signal.aborted) await new Promise(() => undefined);
    throw thrown;
  } finally {
    await opening.then(
      (opened) => opened.close(),
      () => undefined,
    );
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function codeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

async function leave(opening: Promise<Closable>, acting: Promise<unknown>, patience: number): Promise<void> {
  await Promise.race([acting.catch(() => undefined), delay(patience)]);
  await opening.then(
    (opened) => opened.close(),
    () => undefined,
  );
}

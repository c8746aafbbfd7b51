import { setTimeout as pause } from 'node:timers/promises';
import { locate } from './cluster.ts';
import type { Cluster, Where } from './cluster.ts';
import { createIfMissing } from './create.ts';
import { takeHold } from './hold.ts';
import type { Hold } from './hold.ts';
import { start, stop } from './server.ts';

/** A PostgreSQL of one's own in a folder, in use until it is released. */
export interface Embedded {
  readonly url: string;
  /** Whether it was started for this use; false when it ran already and was adopted. */
  readonly wasStarted: boolean;
  /** Ends this use. The last to leave stops the server, whoever started it. */
  release(): Promise<void>;
}

/** Opens the PostgreSQL of a folder: makes it if there is none, starts it if it does not run, adopts it if it does. */
export async function openEmbedded(where: Where): Promise<Embedded> {
  const cluster = await locate(where);
  await createIfMissing(cluster);
  const { hold, wasStarted } = await reach(cluster);
  const leave = keep(cluster, hold);
  return { url: hold.url, wasStarted, release: once(leave) };
}

/** Stops the PostgreSQL of a folder, whoever may be using it. */
export async function stopEmbedded(where: Where): Promise<void> {
  await stop(await locate(where));
}

const PATIENCE_MS = 120_000;

/** Others may start or stop the server at the same moment, so neither try is the last word. */
async function reach(cluster: Cluster): Promise<{ readonly hold: Hold; readonly wasStarted: boolean }> {
  const deadline = Date.now() + PATIENCE_MS;
  let wasStarted = false;
  while (Date.now() < deadline) {
    const hold = await takeHold(cluster);
    if (hold) return { hold, wasStarted };
    wasStarted = await start(cluster);
    if (!wasStarted) await pause(100);
  }
  const remedy = `See ${cluster.data}/server.log. If a PostgreSQL hangs there, end the process in the first line of postmaster.pid.`;
  throw new Error(`A PostgreSQL holds ${cluster.data}, but does not answer as its own. ${remedy}`);
}

/** Starts the server again if it breaks down in use, so that it serves as long as it is held. Gives the end of that. */
function keep(cluster: Cluster, first: Hold): () => Promise<void> {
  let isLeaving = false;
  let current = Promise.resolve<Hold | undefined>(first);
  const watch = async (hold: Hold) => {
    const hasBroken = await hold.ended;
    if (!hasBroken || isLeaving) return;
    cluster.log('PostgreSQL has ended without having been asked to');
    current = reach(cluster).then(
      (again) => again.hold,
      (cause: unknown) => {
        cluster.log(String(cause));
        return undefined;
      },
    );
    const again = await current;
    if (again) await watch(again);
  };
  void watch(first);
  return async () => {
    isLeaving = true;
    const hold = await current;
    await hold?.leave(() => stop(cluster));
  };
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}

import { join } from 'node:path';
import { connect } from '../connect.ts';
import { openEmbedded, stopEmbedded } from '../embedded/open.ts';
import { makeReady } from '../ready.ts';
import { on } from './database.ts';
import type { Template } from './database.ts';
import { copyCluster, makeCluster } from './made.ts';
import { sweep, temporaryFolder } from './places.ts';

/** A PostgreSQL for one run of tests, in a temporary folder. Whoever starts it stops it. */
export interface TestCluster extends Template {
  /** The folder of a PostgreSQL that was made and never opened, to be copied. */
  readonly made: string;
  /** Stops it, whoever is still connected, and removes all of it. */
  stop(): Promise<void>;
}

/**
 * Starts one, with a template of which `testDatabase` makes copies. `prepare` fills the template: as the application makes
 * its database ready when it starts, if nothing else is said.
 */
export async function testCluster({ prepare = makeReady } = {}): Promise<TestCluster> {
  await sweep();
  const { path: folder, remove } = await temporaryFolder();
  const made = join(folder, 'made');
  await makeCluster(made);
  await copyCluster(made, folder);
  const { url } = await openEmbedded({ folder });
  const stop = async () => {
    await stopEmbedded({ folder });
    await remove();
  };
  await makeTemplate(url, prepare).catch(async (cause: unknown) => {
    await stop();
    throw cause;
  });
  return { url, template: TEMPLATE, made, stop };
}

const TEMPLATE = 'moot_template';

async function makeTemplate(url: string, prepare: (url: string) => Promise<void>): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(`create database ${TEMPLATE} template template0`);
    await prepare(on(url, TEMPLATE));
    // A template that somebody is connected to cannot be copied.
    await client.query(`alter database ${TEMPLATE} allow_connections false`);
  } finally {
    await client.end();
  }
}

import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { hasCode } from '../thrown.ts';
import type { Cluster } from './cluster.ts';
import { readPidFile, removeStale, staleness } from './pid-file.ts';
import { run } from './run.ts';
import { inWords } from './words.ts';

/** Tries to start the server of a cluster. False when another one has, or is about to. */
export async function start(cluster: Cluster): Promise<boolean> {
  await checkVersion(cluster);
  await clearStale(cluster);
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 ? await keptPort(cluster) : await freePort();
    const fault = await startOn(port, cluster);
    if (fault === undefined) return true;
    if (isHeld(fault)) return false;
    if (!fault.includes('could not bind') || attempt === 3)
      throw inWords('PostgreSQL could not start', cluster.data, fault);
  }
}

/** Stops the server of a cluster; connections that are still open are cut. */
export async function stop({ data, programs, as, log }: Cluster): Promise<void> {
  const { code, said } = await run(programs.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], as);
  const wasGone = /no server running|PID file .* does not exist|No such process/.test(said);
  if (code !== 0 && !wasGone) throw inWords('PostgreSQL could not be stopped', data, said);
  log('PostgreSQL has stopped');
}

/** Whether the fault is that another server holds the cluster, or that the last one is not quite gone. */
function isHeld(fault: string): boolean {
  return /lock file "postmaster\.pid" already exists|shared memory block .* still in use/.test(fault);
}

async function startOn(port: number, { folder, data, programs, as, log }: Cluster): Promise<string | undefined> {
  const file = join(data, 'server.log');
  const before = await sizeOf(file);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
  const { code, said } = await run(
    programs.pgCtl,
    ['start', '-D', data, '-w', '-t', '120', '-l', file, '-o', options],
    as,
  );
  if (code !== 0) return `${said}\n${await readFrom(file, before)}`.trim();

  log(`PostgreSQL has started on port ${port}`);
  await writeFile(portFile(folder), String(port));
  return undefined;
}

/** The size of the log, which is begun anew once it has grown to 10 MB. */
async function sizeOf(file: string): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size < 10_000_000) return size;
  await truncate(file);
  return 0;
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return '';
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4000), position });
  await handle.close();
  return buffer.toString('utf8', 0, bytesRead).trim();
}

async function checkVersion({ data, programs }: Cluster): Promise<void> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  const { said } = await run(programs.postgres, ['--version']);
  const ours = /(\d+)\./.exec(said)?.[1];
  if (made === ours) return;
  const remedy = `Start it with the Moot that made it and run moot backup there, or move ${data} away to begin with an empty database.`;
  throw new Error(`${data} was made by PostgreSQL ${made}, and this is PostgreSQL ${ours ?? said}. ${remedy}`);
}

async function clearStale({ data, log }: Cluster): Promise<void> {
  const pidFile = await readPidFile(data);
  if (!pidFile) return;
  const why = await staleness(data, pidFile);
  if (why === undefined) return;
  log(`The file postmaster.pid in ${data} was left over: ${why}. It has been removed.`);
  await removeStale(data, pidFile);
}

function portFile(folder: string): string {
  return join(folder, 'postgres.port');
}

/** The port of last time, so that addresses people noted stay good; another one if it is taken. */
async function keptPort({ folder }: Cluster): Promise<number> {
  const kept = Number(await readFile(portFile(folder), 'utf8').catch(() => '0'));
  return freePort(kept).catch((cause: unknown) => {
    if (hasCode(cause, 'EADDRINUSE', 'EACCES', 'ERR_SOCKET_BAD_PORT')) return freePort();
    throw cause;
  });
}

function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { textOf } from './surroundings.mjs';

/** A living holder touches its lock this often, in ms. */
const BEAT = 2_000;
/** A lock that was not touched for so long, in ms, belongs to nobody. */
const STALE = 30_000;

/**
 * Does `work` while no other process on this folder holds the lock at `path`. A holder that was killed leaves a lock that
 * the next one takes over. `waiting` is called once, with the holder's process id, if there is somebody to wait for.
 */
export async function withLock(path, work, waiting) {
  mkdirSync(dirname(path), { recursive: true });
  for (let round = 0; !take(path); round++) {
    if (isAbandoned(path)) {
      discard(path);
      continue;
    }
    if (round === 0) waiting?.(holderOf(path).pid);
    await pause(250);
  }
  const beat = setInterval(() => touch(path), BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(path, { recursive: true, force: true });
  }
}

/** A folder is moved into place with the holder's name already in it; that fails when one is there. */
function take(path) {
  const mine = `${path}.${process.pid}`;
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(join(mine, 'holder'), `${process.pid} ${hostname()}`);
  try {
    renameSync(mine, path);
    return true;
  } catch {
    rmSync(mine, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(path) {
  const { pid, host } = holderOf(path);
  if (pid === undefined) return false;
  return (host === hostname() && !isAlive(pid)) || Date.now() - touchedAt(path) > STALE;
}

/** Moved aside first: of two that find the same lock abandoned, one only can move it. */
function discard(path) {
  const aside = `${path}.${process.pid}.abandoned`;
  try {
    renameSync(path, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Somebody else was quicker.
  }
}

function holderOf(path) {
  const [pid, host] = (textOf(join(path, 'holder')) ?? '').split(' ');
  return { pid: pid ? Number(pid) : undefined, host };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touchedAt(path) {
  return statSync(join(path, 'holder'), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

function touch(path) {
  const now = new Date();
  try {
    utimesSync(join(path, 'holder'), now, now);
  } catch {
    // Taken away from us while the machine slept: the work goes on, its parts are moved into place whole.
  }
}

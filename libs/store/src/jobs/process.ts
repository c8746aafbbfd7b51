import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hasCode } from '../thrown.ts';

/** Names this process: a process id means something only within one host and, in containers, one process namespace. */
export function thisProcess(): { readonly host: string; readonly pid: number } {
  return { host: `${hostname()} ${namespace()}`.trim(), pid: process.pid };
}

/** Whether no process of this host has that id. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (thrown) {
    return hasCode(thrown, 'ESRCH');
  }
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

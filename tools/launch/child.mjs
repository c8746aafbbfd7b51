import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs Node on `args` in our place: same terminal, same end. Gives the exit code; 128 + number for a signal.
 * A Ctrl-C at a terminal reaches the child by itself, so SIGINT is passed on only when it was sent to us alone.
 */
export function runChild(node, args, { cwd, env }) {
  const child = spawn(node, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  const isAtTerminal = Boolean(process.stdin.isTTY);
  const passOn = (signal) => {
    if (signal !== 'SIGINT' || !isAtTerminal) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

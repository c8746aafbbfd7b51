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
  const watch = process.env.npm_lifecycle_event ? whenOrphaned(() => child.kill('SIGTERM')) : undefined;
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** An npm that is stopped tells its script nothing; without it there is nobody left to work for. */
function whenOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    // Once: a second signal would end in the middle what the first has begun to close.
    clearInterval(watch);
    act();
  }, 500);
  return watch;
}

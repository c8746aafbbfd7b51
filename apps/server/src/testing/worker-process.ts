import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A worker in a process of its own, begun as `moot worker`. */
export interface WorkerProcess {
  /** What it has written so far. */
  said(): string;
  hasEnded(): boolean;
  /** Ends it at once, as a crash does, and returns when it is gone. */
  kill(): Promise<void>;
  /** Tells it to stop, and gives the exit code; undefined if it was ended by a signal. */
  stop(): Promise<number | undefined>;
}

/** Processes that a test began, which it ends however it ends itself. */
export interface Workers {
  start(environment: Readonly<Record<string, string>>, concurrency: number): WorkerProcess;
  endAll(): Promise<void>;
}

export function workers(): Workers {
  const begun: ChildProcess[] = [];
  return {
    start(environment, concurrency) {
      const child = spawn(process.execPath, [MAIN, 'worker', '--concurrency', String(concurrency)], {
        env: { ...plainEnvironment(), ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      begun.push(child);
      return followed(child);
    },
    async endAll() {
      await Promise.all(begun.splice(0).map((child) => ended(child, 'SIGKILL')));
    },
  };
}

const MAIN = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));

/** Without what would point to another database or another endpoint. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }) };
}

function followed(child: ChildProcess): WorkerProcess {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  return {
    said: () => said,
    hasEnded: () => isGone(child),
    kill: () => ended(child, 'SIGKILL'),
    async stop() {
      await ended(child, 'SIGTERM');
      return child.exitCode ?? undefined;
    },
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (isGone(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

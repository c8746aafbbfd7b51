import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';

/** A program in a process of its own, that is told things and tells things. */
export interface Child {
  tell(message: object): void;
  /** The next message of a kind; those of other kinds are kept for who asks for them. Rejects when the process ends. */
  hear<S extends z.ZodType>(kind: S): Promise<z.output<S>>;
  /** What it has written so far. */
  written(): string;
  /** Ends it as a signal to stop does, and returns when it is gone. */
  stop(): Promise<void>;
}

interface ToFork {
  readonly arguments?: readonly string[];
  /** What Node is given before the program. */
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Starts a program, which ends with this one. */
export function forked(program: string, { arguments: words = [], node = [], environment }: ToFork = {}): Child {
  const child = fork(program, [...words], {
    execArgv: [...node],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(environment && { env: { ...environment } }),
  });
  const ended = once(child, 'exit').then(([code, signal]) => String(code ?? signal));
  const inbox: unknown[] = [];
  let look: () => void = () => undefined;
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (written += text));
  child.on('message', (message) => {
    inbox.push(message);
    look();
  });
  return {
    tell(message) {
      if (child.connected) child.send(message);
    },
    hear: (kind) => Promise.race([arriving(inbox, kind, (again) => (look = again)), ended.then(tooSoon)]),
    written: () => written,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };

  function tooSoon(how: string): never {
    throw new Error(`${program} ended with ${how}:\n${written}`);
  }
}

/** The first message of a kind that is there or comes. One at a time: who asks later takes the place of who asked before. */
function arriving<S extends z.ZodType>(
  inbox: unknown[],
  kind: S,
  again: (look: () => void) => void,
): Promise<z.output<S>> {
  return new Promise((resolve) => {
    const look = () => {
      const at = inbox.findIndex((message) => kind.safeParse(message).success);
      if (at < 0) return;
      again(() => undefined);
      resolve(kind.parse(inbox.splice(at, 1)[0]));
    };
    again(look);
    look();
  });
}

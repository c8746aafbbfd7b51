import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { followRun } from './follow-run.ts';
import { ToDo } from './followed.ts';
import { ageOf } from './stamp.ts';

/** Many sockets in a process of its own: of judges who follow their runs, or bare ones that only hear. */
process.on('message', (message) => void act(ToDo.parse(message)).catch(failed));
process.on('disconnect', () => process.exit());

type ToDo = z.output<typeof ToDo>;
let begin: () => void = () => undefined;
let enough: () => void = () => undefined;

async function act(todo: ToDo): Promise<void> {
  switch (todo.kind) {
    case 'follow':
      return follow(todo);
    case 'hear':
      return hear(todo);
    case 'begin':
      begin();
      return;
    case 'enough':
      enough();
  }
}

/** Connects all, and follows when it is told to begin. */
async function follow({ url, judges }: Extract<ToDo, { kind: 'follow' }>): Promise<void> {
  const told = new Promise<void>((resolve) => (begin = resolve));
  const connected = await Promise.all(
    judges.map(async ({ invitation, cookie, run }) => {
      const auth = { as: 'judge', invitation };
      return { run, socket: await connectedTo(url, { auth, extraHeaders: { cookie, origin: url } }) };
    }),
  );
  process.send?.({ kind: 'ready' });
  await told;
  const measured = { ages: [], sizes: [] };
  const runs = await Promise.all(connected.map(({ socket, run }) => followRun(socket, run, measured)));
  for (const { socket } of connected) socket.disconnect();
  process.send?.({ kind: 'followed', runs, ...measured });
}

/** Hears stamps until it is told that this is enough. */
async function hear({ url, sockets }: Extract<ToDo, { kind: 'hear' }>): Promise<void> {
  const told = new Promise<void>((resolve) => (enough = resolve));
  const ages: number[] = [];
  const connected = await Promise.all(Array.from({ length: sockets }, () => connectedTo(url, {})));
  for (const socket of connected)
    socket.on('delta', ({ text }: { readonly text: string }) => {
      const age = ageOf(text.slice(0, text.indexOf(' ')));
      if (age !== undefined) ages.push(age);
    });
  process.send?.({ kind: 'ready' });
  await told;
  for (const socket of connected) socket.disconnect();
  process.send?.({ kind: 'bare-heard', ages });
}

async function connectedTo(url: string, options: object): Promise<Socket> {
  const socket = io(url, { ...options, transports: ['websocket'], forceNew: true });
  await Promise.race([
    new Promise((resolve) => socket.once('connect', () => resolve(undefined))),
    once(process, 'disconnect'),
    new Promise((_, reject) => socket.once('connect_error', reject)),
  ]);
  return socket;
}

function failed(thrown: unknown): void {
  process.stderr.write(`${String(thrown)}\n`);
  process.exit(1);
}

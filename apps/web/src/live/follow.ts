import { Events, Followed, type Handshake } from '@moot/wire';
import { io, type Socket } from 'socket.io-client';
import { heard, NOTHING_KNOWN, sinceOf, type Heard, type Known } from './run-state.ts';

/** What follows a run tells about it. */
export interface Listener {
  readonly onKnown: (known: Known) => void;
  readonly onLink: (link: 'up' | 'down') => void;
  /** The server does not let one follow it, in its words. */
  readonly onRefused: (why: string) => void;
}

/** Follows a run over a socket until it is stopped. Each time the link is made anew it asks from where it is. */
export function follow(run: string, as: Handshake, listener: Listener): () => void {
  const socket = io({ auth: as, transports: ['websocket'], reconnectionDelayMax: 5_000 });
  let known = NOTHING_KNOWN;
  let isAsking = false;

  function hear(message: Heard): void {
    known = heard(known, message);
    listener.onKnown(known);
    if (known.needs !== 'nothing') ask();
  }
  function ask(): void {
    if (isAsking || !socket.connected) return;
    isAsking = true;
    socket.timeout(10_000).emit('follow', { run, since: sinceOf(known) }, (late: Error | null, answer: unknown) => {
      isAsking = false;
      if (late) ask();
      else answered(Followed.parse(answer));
    });
  }

  function answered(followed: Followed): void {
    if (followed.ok) hear({ kind: 'state', state: followed.state });
    else listener.onRefused(followed.why);
  }

  const stop = linked(socket, listener, () => {
    isAsking = false;
    ask();
  });
  listen(socket, run, hear);
  return stop;
}

/** Keeps the link, and says how it stands. */
function linked(socket: Socket, listener: Listener, onUp: () => void): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  socket.on('connect', () => {
    listener.onLink('up');
    onUp();
  });
  socket.on('disconnect', (reason) => {
    listener.onLink('down');
    // The library comes back by itself from all but this; whether one may is then said when one connects.
    if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), 1_000);
  });
  socket.on('connect_error', (error) => {
    listener.onLink('down');
    // What the server itself refuses is not tried again by the library.
    if (!socket.active) listener.onRefused(error.message);
  });
  return () => {
    clearTimeout(again);
    socket.disconnect();
  };
}

function listen(socket: Socket, run: string, hear: (message: Heard) => void): void {
  socket.on('state', (sent: unknown) => {
    const state = Events.state.parse(sent);
    if (state.run === run) hear({ kind: 'state', state });
  });
  socket.on('delta', (sent: unknown) => hear({ kind: 'delta', delta: Events.delta.parse(sent) }));
  socket.on('withdrawn', (sent: unknown) => hear({ kind: 'withdrawn', withdrawn: Events.withdrawn.parse(sent) }));
  socket.on('behind', () => hear({ kind: 'behind' }));
}

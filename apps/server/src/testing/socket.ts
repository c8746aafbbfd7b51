import { Events, Followed, type RunState } from '@moot/wire';
import { io } from 'socket.io-client';
import { afterDelta, afterState, afterWithdrawn } from './folded.ts';
import { until } from './until.ts';

/** A socket, and what its holder knows of the runs that they follow, by nothing but what was sent. */
export interface OpenSocket {
  /** Why the server did not let it in; undefined once it has. */
  refusal(): Promise<string | undefined>;
  /** Follows a run, from so many known moves on. */
  follow(run: string, since?: number): Promise<Followed>;
  /** Asks for a run from some move on, and makes nothing of the answer. */
  asks(run: string, since: number): Promise<Followed>;
  /** The run as it is known by now. */
  known(run: string): RunState | undefined;
  /** Waits until a run is known to be so. */
  until(run: string, isSo: (state: RunState) => boolean): Promise<RunState>;
  /** What was pushed, in order: the event and its content. */
  readonly pushed: readonly { readonly event: string; readonly what: unknown }[];
  /** Whether the server, or whoever, has ended it. */
  isEnded(): boolean;
  close(): void;
}

export interface Opening {
  readonly url: string;
  readonly auth: object;
  readonly headers: Readonly<Record<string, string>>;
  /** Is told every packet as it came. */
  readonly note?: (where: string, bytes: string) => void;
}

export function openSocket({ url, auth, headers, note }: Opening): OpenSocket {
  const socket = io(url, {
    transports: ['websocket'],
    auth: { ...auth },
    extraHeaders: { ...headers },
    reconnection: false,
    forceNew: true,
  });
  socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) =>
    note?.(`socket ${type}`, typeof data === 'string' ? data : JSON.stringify(data ?? '')),
  );
  const known = new Map<string, RunState>();
  const pushed: { event: string; what: unknown }[] = [];
  socket.onAny((event: string, what: unknown) => {
    pushed.push({ event, what });
    if (event === 'state') afterState(known, Events.state.parse(what));
    if (event === 'delta') afterDelta(known, Events.delta.parse(what));
    if (event === 'withdrawn') afterWithdrawn(known, Events.withdrawn.parse(what));
  });
  const decided = new Promise<string | undefined>((resolve) => {
    socket.on('connect', () => resolve(undefined));
    socket.on('connect_error', ({ message }) => resolve(message));
  });
  // What is answered counts before what is pushed after it, so it is taken in at once.
  const asks = async (run: string, since: number, take: (followed: Followed) => void = () => undefined) => {
    await decided;
    return new Promise<Followed>((resolve, reject) => {
      socket.emit('follow', { run, since }, (answer: unknown) => {
        const read = Followed.safeParse(answer);
        if (!read.success) {
          reject(read.error);
          return;
        }
        take(read.data);
        resolve(read.data);
      });
    });
  };
  return {
    pushed,
    asks: (run, since) => asks(run, since),
    refusal: () => decided,
    follow: (run, since = 0) =>
      asks(run, since, (followed) => {
        if (followed.ok) afterState(known, followed.state);
      }),
    known: (run) => known.get(run),
    async until(run, isSo) {
      const now = () => known.get(run);
      await until(() => {
        const state = now();
        return state !== undefined && isSo(state);
      }, 5);
      const state = now();
      if (!state) throw new Error(`${run} is not followed`);
      return state;
    },
    isEnded: () => !socket.connected,
    close: () => socket.disconnect(),
  };
}

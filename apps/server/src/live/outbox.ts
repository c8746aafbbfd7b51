import type { Socket } from 'socket.io';
import type { Send } from './follower.ts';

/** Packets that may wait for a receiver before it is told to ask again. */
const MOST = 200;

/**
 * Sends to a socket as long as it keeps up. One that does not gets nothing more until all that waits has been sent, and then
 * is told that it is behind; what was left out it asks for again.
 */
export function outbox(socket: Pick<Socket, 'conn' | 'emit'>, fellBehind: () => void): Send {
  let isBehind = false;
  socket.conn.on('drain', () => {
    if (!isBehind) return;
    isBehind = false;
    socket.emit('behind', {});
  });
  return (event, what) => {
    if (isBehind) return;
    if (isFull(socket)) {
      isBehind = true;
      fellBehind();
    } else socket.emit(event, what);
  };
}

/** Whether more waits for a receiver than it can be sent. */
export function isFull(socket: Pick<Socket, 'conn'>): boolean {
  return waiting(socket) >= MOST;
}

/** How many packets wait in the transport. */
function waiting({ conn }: Pick<Socket, 'conn'>): number {
  // Engine.IO keeps it from its types, and offers nothing else to see how far behind a receiver is.
  const buffer: unknown = Reflect.get(conn, 'writeBuffer');
  return Array.isArray(buffer) ? buffer.length : 0;
}

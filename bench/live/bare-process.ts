import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { z } from 'zod';
import { usage } from '../serving/usage.ts';
import { stamp } from './stamp.ts';

/** A socket.io server that does nothing but send: deltas of given sizes to each socket, so many a second, for so long. */
const Sending = z.object({ sizes: z.array(z.number()).min(1), perSecond: z.number(), seconds: z.number() });

const http = createServer();
const server = new Server(http, { transports: ['websocket'], serveClient: false });
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object' && address)
    process.send?.({ kind: 'listening', url: `http://127.0.0.1:${address.port}` });
});
process.on('disconnect', () => process.exit());
process.on('message', (message) => send(Sending.parse(message)));

function send({ sizes, perSecond, seconds }: z.output<typeof Sending>): void {
  const before = usage();
  const end = performance.now() + 1000 * seconds;
  let sent = 0;
  let speaking = server.sockets.sockets.size;
  for (const socket of server.sockets.sockets.values()) {
    let due = performance.now() + (1000 * Math.random()) / perSecond;
    let from = 0;
    const next = () => {
      for (; due <= performance.now(); due += 1000 / perSecond) {
        const text = `${stamp()} `.padEnd(sizes[sent % sizes.length] ?? 0, 'x');
        socket.emit('delta', { run: RUN, turn: TURN, from, text });
        from += text.length;
        sent += 1;
      }
      if (due < end) setTimeout(next, Math.max(0, due - performance.now()));
      else if ((speaking -= 1) === 0) process.send?.({ kind: 'sent', sent, before, after: usage() });
    };
    setTimeout(next, Math.max(0, due - performance.now()));
  }
}

const RUN = '01234567-89ab-7cde-8f01-23456789abcd';
const TURN = { seat: 'A', kind: 'speech', at: 'round 1', version: 1 };

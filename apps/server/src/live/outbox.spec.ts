import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import { outbox } from './outbox.ts';

const http = createServer();
const server = new Server(http, { transports: ['websocket'] });
let url: string;
beforeAll(async () => {
  url = await new Promise<string>((resolve) => {
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });
});
afterAll(() => server.close());

/** Both ends of a socket, and what has arrived. */
async function connected() {
  const arrives = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const client = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  const arrived: string[] = [];
  client.onAny((event: string, what: { run?: string }) => void arrived.push(what.run ?? event));
  return { socket: await arrives, arrived, close: () => client.disconnect() };
}

const withdrawn = (run: string) => ({ run, turn: { seat: 'A', kind: 'speech', at: 'round 1', version: 1 } });

it('whoever keeps up is sent everything, in order', async () => {
  const { socket, arrived, close } = await connected();
  const send = outbox(socket, () => arrived.push('fell behind'));
  for (let i = 0; i < 100; i++) send('withdrawn', withdrawn(String(i)));
  await until(() => arrived.length === 100);
  expect(arrived).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
  close();
});

it('whoever does not is sent nothing more until all that waited is gone, and is then told once', async () => {
  const { socket, arrived, close } = await connected();
  let fell = 0;
  const send = outbox(socket, () => (fell += 1));
  for (let i = 0; i < 1000; i++) send('withdrawn', withdrawn(String(i)));
  expect(fell).toBe(1);
  await until(() => arrived.includes('behind'));
  const before = arrived.indexOf('behind');
  expect(before).toBeLessThan(300);
  expect(arrived.slice(0, before)).toEqual(Array.from({ length: before }, (_, i) => String(i)));

  send('withdrawn', withdrawn('after'));
  await until(() => arrived.includes('after'));
  expect(arrived.slice(before)).toEqual(['behind', 'after']);
  close();
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { models } from './models.ts';
import { endpoint, never, only, request } from './testing/asking.ts';
import { answers, chunk, illBehaved, says, type IllBehaved, type Manner } from './testing/ill-behaved.ts';
import { manualClock, settled, type ManualClock } from './testing/manual-clock.ts';

const data = (json: string) => `data: ${json}\n\n`;

/** Something that happens once, at the server or at the client. */
function event(): { readonly happens: () => void; readonly happened: Promise<void> } {
  let happens: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => {
    happens = resolve;
  });
  return { happens, happened };
}

let clock: ManualClock;
let server: IllBehaved;
let arrived: ReturnType<typeof event>;
let closed: ReturnType<typeof event>;
let written = 0;

const opens: Manner = ({ response }) => {
  response.on('close', closed.happens);
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(data(chunk('The bri')));
};

/** Writes for as long as anybody takes it, at most `most` bytes. */
function pours(first: string, piece: string, most: number): Manner {
  return ({ response }) => {
    response.on('close', closed.happens);
    response.writeHead(200, { 'content-type': first === '' ? 'text/event-stream' : 'application/json' }).write(first);
    const pour = () => {
      while (!response.destroyed && written < most) {
        written += piece.length;
        if (!response.write(piece)) return void response.once('drain', pour);
      }
    };
    pour();
  };
}

beforeEach(async () => {
  clock = manualClock();
  arrived = event();
  closed = event();
  written = 0;
  server = await illBehaved({
    silent: ({ response }) => {
      response.on('close', closed.happens);
      arrived.happens();
    },
    stalls: opens,
    'stalls-after-end': ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(data(chunk('The bridge holds.', 'stop')));
    },
    'keeps-alive': (asked) => {
      opens(asked);
      arrived.happens();
    },
    floods: pours('', data(chunk('0123456789'.repeat(100))), 10_000_000),
    'floods-plain': pours('{"choices":[{"message":{"content":"', '0123456789'.repeat(1000), 10_000_000),
    'floods-one-event': pours('', '0123456789'.repeat(1000), 10_000_000),
    'asks-to-wait': answers(429, '', { 'retry-after': '30' }),
    'endless-error': ({ response }) => {
      response.writeHead(503, { 'retry-after': '5' }).write('half of an err');
    },
    good: says('fine'),
  });
});
afterEach(() => server.stop());

describe('time', () => {
  it('ends an attempt that gets no answer', async () => {
    const asked = models(only(endpoint(server.url)), { clock })(request('ill/silent'), { signal: never() });
    await arrived.happened;
    await clock.advance(30_000);
    expect(await asked).toMatchObject({
      status: 'timeout',
      cause: 'ill did not begin to answer within 30 s',
      ms: 30_000,
    });
    await closed.happened;
  });

  it('ends an attempt whose stream stalls, and keeps what was said', async () => {
    const heard = event();
    const asked = models(only(endpoint(server.url)), { clock })(request('ill/stalls'), {
      signal: never(),
      hear: heard.happens,
    });
    await heard.happened;
    await clock.advance(20_000);
    expect(await asked).toMatchObject({
      status: 'timeout',
      text: 'The bri',
      cause: 'ill began to answer and then sent nothing for 20 s',
      usage: { replyTokens: 2, isEstimated: true },
    });
    await closed.happened;
  });

  it('takes a reply as whole when only its connection stays open', async () => {
    const heard = event();
    const asked = models(only(endpoint(server.url)), { clock })(request('ill/stalls-after-end'), {
      signal: never(),
      hear: heard.happens,
    });
    await heard.happened;
    await clock.advance(20_000);
    expect(await asked).toMatchObject({ status: 'ok', text: 'The bridge holds.' });
  });

  it('knows a failure by its status when the rest of it never comes', async () => {
    const begun: typeof fetch = (...asked) => fetch(...asked).finally(arrived.happens);
    const ask = models(only(endpoint(server.url)), { clock, fetch: begun });
    const asked = ask(request('ill/endless-error'), { signal: never() });
    await arrived.happened;
    await clock.advance(30_000);
    expect(await asked).toMatchObject({ status: 'server-error', retryAfter: 5000 });
  });

  it('ends an attempt that takes too long as a whole, however lively it is', async () => {
    const timeouts = { headers: 30_000, stall: 200_000, total: 100_000 };
    const heard = event();
    const ask = models(only(endpoint(server.url, { timeouts })), { clock });
    const asked = ask(request('ill/keeps-alive'), { signal: never(), hear: heard.happens });
    await heard.happened;
    await clock.advance(100_000);
    expect(await asked).toMatchObject({ status: 'timeout', cause: 'ill was not done within 100 s' });
  });

  it.each(['silent', 'stalls'])('stops when it is told to, at a server of the kind %s', async (kind) => {
    const stop = new AbortController();
    const heard = event();
    const asked = models(only(endpoint(server.url)), { clock })(request(`ill/${kind}`), {
      signal: stop.signal,
      hear: heard.happens,
    });
    await Promise.race([arrived.happened, heard.happened]);
    stop.abort();
    expect(await asked).toMatchObject({ status: 'stopped', text: kind === 'stalls' ? 'The bri' : '' });
    await closed.happened;
    expect(clock.waiting()).toBe(0);
  });

  it('asks nobody when it was stopped before', async () => {
    const made = await models(only(endpoint(server.url)), { clock })(request('ill/good'), {
      signal: AbortSignal.abort(),
    });
    expect(made.status).toBe('stopped');
    expect(server.received).toHaveLength(0);
  });
});

describe('a reply of 10 MB', () => {
  it.each([
    ['floods', 3200, 'past 3200 characters'],
    ['floods-plain', 4096, 'more than 2097152 bytes'],
    ['floods-one-event', 0, 'more than 2097152 bytes'],
  ])('from a server that %s is cut off and not held', async (kind, length, cause) => {
    const made = await models(only(endpoint(server.url)), { clock })(request(`ill/${kind}`), { signal: never() });
    await closed.happened;
    expect(made.status).toBe('too-long');
    expect(made.text).toHaveLength(length);
    expect(made.cause).toContain(cause);
    expect(written).toBeLessThan(9_000_000);
  });
});

describe('the pause that an endpoint asks for', () => {
  it('holds back everybody on that endpoint until it is over', async () => {
    const ask = models(only(endpoint(server.url)), { clock });
    expect(await ask(request('ill/asks-to-wait'), { signal: never() })).toMatchObject({
      status: 'limited',
      retryAfter: 30_000,
    });

    const other = ask(request('ill/good'), { signal: never() });
    await clock.advance(29_999);
    expect(server.received).toHaveLength(1);

    await clock.advance(1);
    expect(await other).toMatchObject({ status: 'ok', text: 'fine', ms: 0 });
  });

  it('can be left by whoever waits', async () => {
    const ask = models(only(endpoint(server.url)), { clock });
    await ask(request('ill/asks-to-wait'), { signal: never() });
    const stop = new AbortController();
    const waiting = ask(request('ill/good'), { signal: stop.signal });
    await settled();
    stop.abort();
    expect((await waiting).status).toBe('stopped');
    expect(server.received).toHaveLength(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Fault, type Simulator } from '../index.ts';
import { BODY, contentOf, eventsIn, post, read, until } from '../testing/client.ts';
import { textLike } from '../testing/like.ts';
import { debaterMessages } from '../testing/prompts.ts';
import { caseOf } from '../testing/worlds.ts';

let simulator: Simulator;
let url = '';
const BOTH = [{ stream: false }, { stream: true }];
const SPEAKING = { model: 'debater', messages: debaterMessages(caseOf(1), { seat: 'A' }) };

beforeAll(async () => {
  simulator = await startSimulator();
  url = simulator.url;
});
beforeEach(() => simulator.setFaults({}));
afterAll(() => simulator.close());

async function faulty(fault: Fault, body: object = BODY, signal?: AbortSignal): Promise<Response> {
  simulator.setFaults({ sequence: [fault] });
  return post(url, body, signal);
}

describe.each(BOTH)('with %j', (how) => {
  const body = { ...BODY, ...how };

  it('limited: 429 with Retry-After', async () => {
    simulator.setFaults({ sequence: ['limited'], retryAfter: 7 });
    const response = await post(url, body);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toMatchObject({ error: { code: 'rate_limit_exceeded' } });
  });

  it('server-error: 500, bad-gateway: a page', async () => {
    const broken = await faulty('server-error', body);
    expect([broken.status, await broken.json()]).toMatchObject([500, { error: { type: 'server_error' } }]);
    const page = await faulty('bad-gateway', body);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      502,
      'text/html',
      textLike(/^<html>/),
    ]);
  });

  it('timeout: no answer, until the client gives up', async () => {
    const before = simulator.stats();
    const controller = new AbortController();
    const asking = faulty('timeout', body, controller.signal);
    await until(() => simulator.count() > before.started);
    controller.abort();
    await expect(asking).rejects.toThrow();
    await until(() => simulator.stats().aborted === before.aborted + 1);
  });

  it('cut: the connection ends in the middle', async () => {
    const response = await faulty('cut', body);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated/);
    await until(() => simulator.stats().running === 0);
    expect(simulator.calls().at(-1)).toMatchObject({ fault: 'cut', outcome: 'finished' });
  });

  it('stall: half a reply, and then nothing', async () => {
    const controller = new AbortController();
    const response = await faulty('stall', body, controller.signal);
    await read(response, 50);
    expect(simulator.calls().at(-1)?.outcome).toBe('running');
    controller.abort();
    await until(() => simulator.stats().running === 0);
    expect(simulator.calls().at(-1)).toMatchObject({ fault: 'stall', outcome: 'aborted' });
  });

  it('malformed: no JSON; error-in-200: an error that looks well', async () => {
    const [malformed, error] = [await faulty('malformed', body), await faulty('error-in-200', body)];
    expect([malformed.status, error.status]).toEqual([200, 200]);
    const text = await malformed.text();
    expect(() => void JSON.parse(how.stream ? (eventsIn(text)[0] ?? '') : text)).toThrow();
    const said = await error.text();
    expect(JSON.parse(how.stream ? (eventsIn(said)[0] ?? '') : said)).toMatchObject({
      error: { type: 'server_error' },
    });
  });

  it('unfinished: all of it, but no finish reason', async () => {
    const text = await (await faulty('unfinished', body)).text();
    expect(text).toMatch(/"finish_reason":null/);
    expect(text).not.toMatch(/"finish_reason":"|\[DONE\]/);
  });

  it('huge: 10 MB', async () => {
    const text = await (await faulty('huge', body)).text();
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(text).toContain('"finish_reason":"stop"');
    await until(() => simulator.stats().running === 0);
  });

  it('endless: until the client has had enough', async () => {
    const controller = new AbortController();
    const response = await faulty('endless', body, controller.signal);
    await read(response, 1_000_000);
    controller.abort();
    await until(() => simulator.stats().running === 0);
    expect(simulator.calls().at(-1)).toMatchObject({ fault: 'endless', outcome: 'aborted' });
  });
});

it('spoils what is said', async () => {
  expect(await contentOf(await faulty('empty'))).toBe('');
  expect(await contentOf(await faulty('refusal'))).toMatch(/^I'm sorry/);
  expect(await contentOf(await faulty('bad-sum'))).toMatch(/probabilities/);
  expect(await contentOf(await faulty('too-short', SPEAKING))).toMatch(/<speech>(\S+ ){4}\S+<\/speech>$/);
  expect(await contentOf(await faulty('half-json', SPEAKING))).not.toContain('</speech>');
  expect(simulator.stats().faults).toMatchObject({ empty: 1, refusal: 1, 'bad-sum': 1 });
});

describe('a plan sent over HTTP', () => {
  const send = (plan: string) => fetch(`${url}/simulator/faults`, { method: 'POST', body: plan });

  it('counts from the next call on, and `{}` ends it', async () => {
    const response = await send('{"sequence":["none","limited"]}');
    expect(await response.json()).toEqual({ sequence: ['none', 'limited'] });
    expect([(await post(url, BODY)).status, (await post(url, BODY)).status]).toEqual([200, 429]);
    await send('{"rates":{"server-error":1}}');
    expect((await post(url, BODY)).status).toBe(500);
    await send('{}');
    expect((await post(url, BODY)).status).toBe(200);
  });

  it('is refused in words when it cannot be', async () => {
    const response = await send('{"rates":{"cut":2}}');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { param: 'rates.cut', message: textLike(/no fault plan/) } });
    expect((await send('{')).status).toBe(400);
    expect((await send('x'.repeat(1_000_001))).status).toBe(413);
    expect((await post(url, BODY)).status).toBe(200);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../index.ts';
import { BODY, post, rawStatus } from '../testing/client.ts';
import { textWith } from '../testing/like.ts';

let simulator: Simulator;
let url = '';

beforeEach(async () => {
  simulator = await startSimulator();
  url = simulator.url;
});
afterEach(() => simulator.close());

describe('what is wrong with a request', () => {
  it('is said as OpenAI says it', async () => {
    const response = await post(url, { ...BODY, model: 'judge?abilty=1' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { message: textWith('abilty'), type: 'invalid_request_error', param: 'model', code: null },
    });
    expect(simulator.count()).toBe(0);
    expect(simulator.stats().rejected).toBe(1);
  });

  it('may be its path or its method', async () => {
    const lost = await fetch(`${url}/completions`);
    expect(lost.status).toBe(404);
    expect(await lost.json()).toMatchObject({ error: { message: textWith('/v1/completions') } });
    const wrong = await fetch(`${url}/chat/completions?x=1`);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('POST');
    expect((await fetch(url.replace('/v1', '/constructor'))).status).toBe(404);
  });

  it('may be its size, announced or not, and the next request is answered', async () => {
    const big = { ...BODY, messages: [{ role: 'user', content: 'x'.repeat(21_000_000) }] };
    expect((await post(url, big)).status).toBe(413);
    const chunk = new Uint8Array(1_000_000).fill(120);
    const chunks = new ReadableStream({
      start: (controller) => {
        for (let i = 0; i < 21; i++) controller.enqueue(chunk);
        controller.close();
      },
    });
    const unannounced = await fetch(`${url}/chat/completions`, { method: 'POST', body: chunks, duplex: 'half' });
    expect(unannounced.status).toBe(413);
    expect((await post(url, BODY)).status).toBe(200);
  });

  it('may be where it comes from: a page of the web, under whatever name', async () => {
    expect(await rawStatus(`${url}/models`, {})).toBe(200);
    expect(await rawStatus(`${url}/models`, { host: 'localhost:80' })).toBe(200);
    expect(await rawStatus(`${url}/models`, { host: 'evil.example' })).toBe(403);
    expect(await rawStatus(`${url}/models`, { host: '127.0.0.1.evil.example' })).toBe(403);
    expect(await rawStatus(`${url}/models`, { origin: 'http://evil.example' })).toBe(403);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models } from './models.ts';
import { endpoint, never, only, request } from './testing/asking.ts';
import { answers, chunk, illBehaved, says, streams, whole, type Manner } from './testing/ill-behaved.ts';

const data = (json: string) => `data: ${json}\n\n`;

describe('secrets', () => {
  const KEY = /sk-planted|planted-secret/;
  const planted: Readonly<Record<string, (key: string) => Manner>> = {
    text: (key) => says('Your key is ', key.slice(0, 7), key.slice(7), '.'),
    'plain text': (key) => whole({ content: `Authorization: Bearer ${key}` }),
    'error body': (key) =>
      answers(401, { error: { message: `Incorrect API key provided: ${key}`, param: key, code: key } }),
    'bare error': (key) => answers(500, `you sent\n${key}`),
    page: (key) => answers(200, `<html><title>${'x'.repeat(110)}${key}</title></html>`),
    'text that is cut off': (key) => says('x'.repeat(3190), key),
    'page that is cut off': (key) => answers(500, `<html><title>${'x'.repeat(280)}${key}</title></html>`),
    'long body': (key) => answers(200, `${'x'.repeat(4080)}${key}`),
    'odd body': (key) => answers(200, { echo: { authorization: `Bearer ${key}` } }),
    headers: (key) => answers(500, '', { 'x-request-id': key, 'retry-after': key }),
    model: (key) => answers(200, { model: key, system_fingerprint: key, choices: [{ message: { content: 'ok' } }] }),
    'stream error': (key) => streams(data(chunk('x')), data(JSON.stringify({ error: { message: `bad key ${key}` } }))),
    encoded: (key) => answers(400, { error: `${encodeURIComponent(key)} ${Buffer.from(key).toString('base64')}` }),
  };

  it.each(Object.keys(planted))(
    'that a server gives back in its %s are in no attempt and are not heard',
    async (where) => {
      await fc.assert(
        fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9%/"+=_-]{4,20}$/), async (tail) => {
          const key = `sk-planted-secret-${tail}`;
          const echo = await illBehaved({ m: planted[where]?.(key) ?? says() });
          const heard: string[] = [];
          try {
            const baseUrl = `${echo.url}/${encodeURIComponent(key)}`;
            const ask = models(only(endpoint(baseUrl, { key })));
            const made = await ask(request('ill/m'), { signal: never(), hear: (piece) => heard.push(piece) });
            expect(JSON.stringify(made)).not.toMatch(KEY);
            expect(heard.join('')).not.toMatch(KEY);
          } finally {
            await echo.stop();
          }
        }),
        { numRuns: 3 },
      );
    },
  );
});

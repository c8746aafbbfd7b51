import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { models } from './models.ts';
import { BELIEF, endpoint, keyless, never, only, request } from './testing/asking.ts';
import {
  answers,
  chunk,
  illBehaved,
  says,
  streams,
  USAGE,
  whole,
  type IllBehaved,
  type Manner,
} from './testing/ill-behaved.ts';

const data = (json: string) => `data: ${json}\n\n`;
const WORDS = 'Die Brücke 🌉 hält – «ja».';

function bytewise(text: string): readonly Uint8Array[] {
  return [...Buffer.from(text)].map((byte) => Uint8Array.of(byte));
}

/** Refuses a field as unknown, in the given words, and answers once it is gone. */
function refusing(field: string, message: string): Manner {
  return (asked) => {
    if (field in asked.body) answers(400, { error: { message, param: field, code: 'unsupported' } })(asked);
    else says('taken')(asked);
  };
}

const MANNERS: Readonly<Record<string, Manner>> = {
  good: says('The ', 'bridge ', 'holds.'),
  'org/deep/name?ability=0.8': says('deep'),
  plain: whole({ role: 'assistant', content: 'The bridge holds.' }, 'stop', { prompt_tokens: 5, completion_tokens: 4 }),
  'plain-bare': answers(
    200,
    { choices: [{ message: { content: 'The bridge holds.' } }] },
    { 'content-type': 'text/plain' },
  ),
  'plain-parts': whole({
    content: [
      { type: 'text', text: 'The bridge ' },
      { type: 'text', text: 'holds.' },
    ],
  }),
  'byte-by-byte': streams(...bytewise(`${data(chunk(WORDS))}${data(chunk(undefined, 'stop'))}data: [DONE]\n\n`)),
  crlf: streams(
    `: hello\r\n\r\ndata:${chunk('The bridge')}\r\n\r\nid: 7\r\nevent: x\r\ndata:${chunk(' holds.', 'stop')}\r\n\r\n`,
  ),
  'no-done': streams(data(chunk('The bridge holds.', 'stop'))),
  'no-blank-line': streams(data(chunk('The bridge holds.')), `data: ${chunk(undefined, 'stop')}`),
  'wrong-type': ({ response }) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(data(chunk('The bridge holds.', 'stop'))),
  'cut-after-end': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(data(chunk('The bridge holds.', 'stop')), () => response.destroy());
  },
  reasons: streams(
    data('{"choices":[{"delta":{"reasoning_content":"Secretly </thinking> B."}}]}'),
    data(chunk('It is A.', 'stop')),
    data(USAGE),
  ),
  'no-schema': (asked) => {
    const format = JSON.stringify(asked.body.response_format ?? '');
    if (format.includes('json_'))
      answers(400, { detail: [{ loc: ['body', 'response_format'], msg: 'Extra inputs are not permitted' }] })(asked);
    else says('Here: ```json\n{"belief": 70, "reason": "quoted"}\n```')(asked);
  },
  'no-max-tokens': refusing(
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
  ),
  'no-temperature': refusing(
    'temperature',
    "Unsupported value: 'temperature' does not support 0.4 with this model. Only the default (1) value is supported.",
  ),
  'no-stream-options': refusing('stream_options', 'Unrecognized request argument supplied: stream_options'),
  'no-stream': (asked) => {
    if ('stream' in asked.body)
      answers(400, { error: { message: 'streaming is not supported for this model' } })(asked);
    else whole({ content: 'whole' })(asked);
  },
};

let server: IllBehaved;
beforeAll(async () => {
  server = await illBehaved(MANNERS);
});
afterAll(() => server.stop());

describe('a model over HTTP', () => {
  it('says its reply piece by piece and reports model, request, usage and cost', async () => {
    const prices = { good: { inputPerMillion: 1, outputPerMillion: 10 } };
    const heard: string[] = [];
    const ask = models(only(endpoint(server.url, { prices })));

    const attempt = await ask(request('ill/good'), { signal: never(), hear: (piece) => heard.push(piece) });

    expect(heard).toEqual(['The ', 'bridge ', 'holds.']);
    expect(attempt).toMatchObject({
      status: 'ok',
      text: 'The bridge holds.',
      usage: { promptTokens: 11, replyTokens: 7 },
      costUsd: 0.000081,
      reported: { model: 'm-1', requestId: 'req-1', fingerprint: 'fp' },
      sent: { model: 'good', stream: true, max_tokens: 400 },
      simulated: false,
    });
  });

  it.each(['plain', 'plain-bare', 'plain-parts', 'crlf', 'no-done', 'no-blank-line', 'wrong-type', 'cut-after-end'])(
    'takes a whole reply from a server of the kind %s',
    async (kind) => {
      const heard: string[] = [];
      const attempt = await models(only(endpoint(server.url)))(request(`ill/${kind}`), {
        signal: never(),
        hear: (piece) => heard.push(piece),
      });
      expect(attempt).toMatchObject({ status: 'ok', text: 'The bridge holds.' });
      expect(heard.join('')).toBe('The bridge holds.');
    },
  );

  it('puts characters together that come byte by byte', async () => {
    const attempt = await models(only(endpoint(server.url)))(request('ill/byte-by-byte'), { signal: never() });
    expect(attempt).toMatchObject({ status: 'ok', text: WORDS });
  });

  it('estimates the usage that an endpoint does not tell', async () => {
    const attempt = await models(only(endpoint(server.url)))(request('ill/no-done'), { signal: never() });
    expect(attempt.usage).toEqual({ promptTokens: 3, replyTokens: 5, isEstimated: true });
    expect(attempt).not.toHaveProperty('costUsd');
  });

  it('leaves slashes and parameters to the name of the model, and marks what is simulated', async () => {
    const simulator = endpoint(server.url, { name: 'sim', isSimulator: true });
    const attempt = await models(only(simulator))(request('sim/org/deep/name?ability=0.8'), { signal: never() });
    expect(attempt).toMatchObject({ status: 'ok', text: 'deep', simulated: true, costUsd: 0 });
  });

  it('keeps reasoning that comes beside the text as thinking, and lets nobody hear it', async () => {
    const heard: string[] = [];
    const attempt = await models(only(endpoint(server.url)))(request('ill/reasons'), {
      signal: never(),
      hear: (piece) => heard.push(piece),
    });
    expect(attempt.text).toBe('<thinking>Secretly ‹/thinking> B.</thinking>\nIt is A.');
    expect(heard).toEqual(['It is A.']);
  });

  it('sends no key where there is none', async () => {
    await models(only(keyless(endpoint(server.url))))(request('ill/good'), { signal: never() });
    expect(server.received.at(-1)?.authorization).toBeUndefined();
  });
});

describe('the form of a request', () => {
  it('falls from a schema to nothing where an endpoint takes none, within one attempt, and remembers', async () => {
    const ask = models(only(endpoint(server.url)));
    const before = server.received.length;

    const first = await ask(request('ill/no-schema', { reply: BELIEF }), { signal: never() });
    const second = await ask(request('ill/no-schema', { reply: BELIEF }), { signal: never() });

    const formats = server.received.slice(before).map(({ body }) => body.response_format);
    expect(formats).toMatchObject([
      { type: 'json_schema', json_schema: { strict: true } },
      { type: 'json_object' },
      undefined,
      undefined,
    ]);
    expect(first).toMatchObject({ status: 'ok' });
    expect(first.sent).not.toHaveProperty('response_format');
    expect(second.status).toBe('ok');
  });

  it.each([
    ['no-max-tokens', { max_completion_tokens: 400 }, 'max_tokens'],
    ['no-temperature', { seed: 3 }, 'temperature'],
    ['no-stream-options', { stream: true }, 'stream_options'],
  ])('leaves out what %s refuses', async (kind, sent, left) => {
    const parameters = { temperature: 0.4, seed: 3 };
    const attempt = await models(only(endpoint(server.url)))(request(`ill/${kind}`, { parameters }), {
      signal: never(),
    });
    expect(attempt).toMatchObject({ status: 'ok', text: 'taken', sent });
    expect(attempt.sent).not.toHaveProperty(left);
  });

  it('asks for a whole reply where streaming is refused', async () => {
    const attempt = await models(only(endpoint(server.url)))(request('ill/no-stream'), { signal: never() });
    expect(attempt).toMatchObject({ status: 'ok', text: 'whole' });
    expect(attempt.sent).not.toHaveProperty('stream');
  });
});

import { createServer } from 'node:net';
import type { Attempt } from '@moot/runner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { models } from './models.ts';
import { endpoint, keyless, never, only, request } from './testing/asking.ts';
import {
  answers,
  chunk,
  illBehaved,
  says,
  streams,
  whole,
  type IllBehaved,
  type Manner,
} from './testing/ill-behaved.ts';
import { manualClock } from './testing/manual-clock.ts';

const data = (json: string) => `data: ${json}\n\n`;
const PAGE = `<!DOCTYPE html><html><head><title>502 Bad\nGateway</title></head><body>${'<p>nginx</p>'.repeat(2000)}</body></html>`;

const MANNERS: Readonly<Record<string, Manner>> = {
  'limited-seconds': answers(429, { error: { message: 'slow down' } }, { 'retry-after': '90' }),
  'limited-date': answers(
    429,
    { error: { message: 'slow down' } },
    { 'retry-after': new Date(1_060_000).toUTCString() },
  ),
  'limited-ms': answers(429, 'slow down', { 'retry-after-ms': '1500', 'retry-after': '2' }),
  'limited-mute': answers(429, ''),
  'limited-for-a-month': answers(429, 'come back later', { 'retry-after': '2592000' }),
  moved: answers(307, '', { location: 'http://127.0.0.1:1/v1/chat/completions' }),
  spent: answers(429, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } }),
  'wrong-key': answers(401, { error: { message: 'Incorrect API key provided' } }),
  forbidden: answers(403, { error: 'not for you' }),
  'bad-request': answers(400, { error: { message: 'messages: too many of them' } }),
  'too-many-tokens': answers(400, {
    error: { message: 'max_tokens is too large: 400. This model supports at most 40.' },
  }),
  'never-content': answers(400, {
    error: { message: 'temperature, stream_options, max_tokens and stream are not supported' },
  }),
  down: answers(500, { error: { message: 'The server had an error' } }),
  page: answers(502, PAGE, { 'content-type': 'text/html' }),
  'huge-error': answers(503, 'x'.repeat(3_000_000), { 'retry-after': '7' }),
  'endless-error': ({ response }) => {
    response.writeHead(500).write('half of an err');
    response.on('close', () => response.destroy());
  },
  'late-408': answers(408, ''),
  'page-200': answers(200, PAGE, { 'content-type': 'text/html' }),
  'error-200': answers(200, { error: { message: 'overloaded, sorry' } }),
  'no-choices': answers(200, { object: 'chat.completion', choices: [] }),
  'no-json': answers(200, 'Internal problem'),
  'half-json': answers(200, '{"choices":[{"message":{"content":"The bri'),
  'odd-shape': answers(200, { choices: 'none' }),
  nothing: answers(200, ''),
  'no-content': ({ response }) => response.writeHead(204).end(),
  'cut-plain': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' });
    response.write('{"choices":[{"message":{"content":"The bri', () => response.destroy());
  },
  'cut-stream': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(data(chunk('The bri')), () => response.destroy());
  },
  'cut-before': ({ response }) => response.destroy(),
  'ended-early': streams(data(chunk('The bri'))),
  'ended-in-event': streams(data(chunk('The bri')), 'data: {"choices":[{"del'),
  'only-done': streams('data: [DONE]\n\n'),
  'error-in-stream': streams(data(chunk('The bri')), data('{"error":{"message":"the engine died","code":500}}')),
  'odd-event': streams(
    data(chunk('The bri')),
    'data: {what?}\n\n',
    ...Array.from({ length: 3 }, () => data(chunk('x'))),
  ),
  length: streams(data(chunk('The bri', 'length'))),
  'length-before-words': streams(data(chunk('', 'length'))),
  filtered: streams(data(chunk('The bri', 'content_filter'))),
  'refusal-field': whole({ content: null, refusal: 'I cannot take that side.' }),
  'refusal-words': says("I'm sorry, but I can't ", 'help with that.'),
  empty: says(' \n'),
  'only-tools': whole({ content: null, tool_calls: [] }, 'tool_calls'),
};

let server: IllBehaved;
beforeAll(async () => {
  server = await illBehaved(MANNERS);
});
afterAll(() => server.stop());

function attempt(manner: string): Promise<Attempt> {
  return models(only(endpoint(server.url)), { clock: manualClock() })(request(`ill/${manner}`), { signal: never() });
}

describe('an attempt at an ill-behaved server', () => {
  it.each<[string, Attempt['status'], string, Partial<Attempt>?]>([
    ['limited-seconds', 'limited', 'ill answered 429, too many requests: slow down', { retryAfter: 90_000 }],
    ['limited-date', 'limited', 'slow down', { retryAfter: 60_000 }],
    ['limited-ms', 'limited', 'slow down', { retryAfter: 1500 }],
    ['limited-mute', 'limited', 'too many requests'],
    ['limited-for-a-month', 'rejected', 'a pause of 43200 minutes, and 10 are waited at most: come back later'],
    ['moved', 'rejected', 'answered 307, it sends requests elsewhere: check the base URL'],
    ['spent', 'rejected', 'the account has nothing left to spend: You exceeded your current quota'],
    ['wrong-key', 'rejected', 'check ILL_KEY: Incorrect API key provided'],
    ['forbidden', 'rejected', 'check ILL_KEY and what its account may use: not for you'],
    ['unheard-of', 'rejected', 'check the name of the model and the base URL: The model unheard-of does not exist'],
    ['bad-request', 'rejected', 'messages: too many of them'],
    ['too-many-tokens', 'rejected', 'This model supports at most 40'],
    ['never-content', 'rejected', 'not supported'],
    ['down', 'server-error', 'ill answered 500: The server had an error'],
    ['page', 'server-error', 'ill answered 502: a web page: 502 Bad Gateway'],
    ['huge-error', 'server-error', 'ill answered 503: xxx', { retryAfter: 7000 }],
    ['late-408', 'timeout', 'ill answered 408'],
    ['page-200', 'malformed', 'check the base URL. It sent a web page: 502 Bad Gateway'],
    ['error-200', 'malformed', 'overloaded, sorry'],
    ['no-choices', 'malformed', 'without choices'],
    ['no-json', 'malformed', 'no chat completion: Internal problem', { text: 'Internal problem' }],
    ['half-json', 'malformed', 'no chat completion'],
    ['odd-shape', 'malformed', 'choices'],
    ['nothing', 'empty', 'an empty reply'],
    ['no-content', 'empty', 'an empty reply'],
    ['cut-plain', 'cut', 'in the middle of the reply'],
    ['cut-stream', 'cut', 'in the middle of the reply', { text: 'The bri' }],
    ['cut-before', 'cut', 'closed the connection before it answered'],
    ['ended-early', 'cut', 'ended before its end', { text: 'The bri' }],
    ['ended-in-event', 'cut', 'in the middle of the reply', { text: 'The bri' }],
    ['only-done', 'cut', 'ended before its end'],
    ['error-in-stream', 'cut', 'broke off with an error: the engine died', { text: 'The bri' }],
    ['odd-event', 'malformed', 'not JSON', { text: 'The bri' }],
    ['length', 'too-long', 'limit of 400 tokens', { text: 'The bri' }],
    ['length-before-words', 'too-long', 'raise maxTokens'],
    ['filtered', 'refusal', 'content filter'],
    ['refusal-field', 'refusal', 'I cannot take that side', { text: 'I cannot take that side.' }],
    ['refusal-words', 'refusal', 'the model declined', { text: "I'm sorry, but I can't help with that." }],
    ['empty', 'empty', 'said nothing'],
    ['only-tools', 'empty', 'said nothing'],
  ])('of the kind %s ends as %s and says why', async (manner, status, cause, more = {}) => {
    const made = await attempt(manner);
    expect(made).toMatchObject({ status, ...more });
    expect(made.cause).toContain(cause);
    expect(made.cause).toMatch(/^.{1,300}$/);
  });

  it('is no reason to keep others waiting when it asks for a pause that nobody waits for', async () => {
    const ask = models(only(endpoint(server.url)), { clock: manualClock() });
    await ask(request('ill/limited-for-a-month'), { signal: never() });
    expect(await ask(request('ill/down'), { signal: never() })).toMatchObject({ status: 'server-error' });
  });

  it('asks once and leaves asking again to others', async () => {
    const before = server.received.length;
    await attempt('down');
    expect(server.received.length - before).toBe(1);
  });

  it('gives up on a request whose form is refused again and again', async () => {
    const before = server.received.length;
    await attempt('never-content');
    expect(server.received.length - before).toBeLessThanOrEqual(8);
  });

  it('says which address cannot be reached', async () => {
    const free = createServer();
    const port = await new Promise<number>((resolve) => {
      free.listen(0, '127.0.0.1', () => {
        const address = free.address();
        free.close(() => {
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      });
    });
    const gone = endpoint(`http://127.0.0.1:${port}/v1`);
    const made = await models(only(gone))(request('ill/any'), { signal: never() });
    expect(made.status).toBe('unreachable');
    expect(made.cause).toBe(
      `ill cannot be reached at http://127.0.0.1:${port}/v1 (ECONNREFUSED): check that it runs and that the base URL is right`,
    );
  });

  it('names the endpoints it knows, and the variable whose key is missing, without asking anybody', async () => {
    const before = server.received.length;
    const ask = models(only(keyless(endpoint(server.url), 'ILL_KEY')));
    expect(await ask(request('mill/any'), { signal: never() })).toMatchObject({
      status: 'rejected',
      cause: 'mill/any: write a model as endpoint/model; the endpoints known here are ill',
    });
    expect(await ask(request('ill/any'), { signal: never() })).toMatchObject({
      status: 'rejected',
      cause: 'ill needs a key: set ILL_KEY in the environment',
    });
    expect(server.received.length).toBe(before);
  });
});

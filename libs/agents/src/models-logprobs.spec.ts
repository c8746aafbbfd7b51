import { beliefReply } from '@moot/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { models } from './models.ts';
import { readReply } from './reading.ts';
import { endpoint, never, only, request } from './testing/asking.ts';
import { answers, illBehaved, says, streams, type IllBehaved, type Manner } from './testing/ill-behaved.ts';

const NUMBER = beliefReply([1, 0], 'belief', { answer: 'number' });

const token = (text: string, p: number) => ({ token: text, logprob: Math.log(p) });

function piece(content: string, top: readonly object[], finish: string | null = null): string {
  const logprobs = { content: [{ ...token(content, 0.6), top_logprobs: top }] };
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, logprobs, finish_reason: finish }] })}\n\n`;
}

const good = streams(piece(' 1', [token(' 1', 0.6), token('2', 0.2)]), piece(' of', [token(' of', 1)], 'length'));

const MANNERS: Readonly<Record<string, Manner>> = {
  good,
  // As an endpoint does whose model gives none.
  silent: says('1'),
  refusing: answers(400, { error: { message: 'logprobs are not supported with this model', param: 'logprobs' } }),
  few: (asked) => {
    if (Number(asked.body.top_logprobs) > 5)
      answers(400, { error: { message: 'top_logprobs must be between 0 and 5' } })(asked);
    else good(asked);
  },
};

const saysSo: unknown = expect.stringContaining('logprobs are not supported with this model');

let server: IllBehaved;
beforeAll(async () => {
  server = await illBehaved(MANNERS);
});
afterAll(() => server.stop());

const asked = (model: string) =>
  models(only(endpoint(server.url)))(request(`ill/${model}`, { reply: NUMBER, mostTokens: 16 }), { signal: never() });

it.each(['good', 'few'])('reads a belief from the log-probabilities of an endpoint of the kind %s', async (model) => {
  const attempt = await asked(model);
  expect(attempt).toMatchObject({ status: 'ok', text: ' 1 of', sent: { logprobs: true, max_tokens: 16 } });
  const read = readReply(NUMBER, attempt);
  expect(read).toMatchObject({ ok: true, said: { belief: [expect.closeTo(0.25), expect.closeTo(0.75)] } });
});

it('says of a model that gives no log-probabilities what to do, and asks it no more', async () => {
  expect(await asked('silent')).toMatchObject({
    status: 'rejected',
    cause: 'ill/silent gives no log-probabilities: set reading: stated for it',
  });
  expect(await asked('refusing')).toMatchObject({
    status: 'rejected',
    cause: saysSo,
  });
});

import { describe, expect, it } from 'vitest';
import { modelOf } from '../players/model.ts';
import { textLike } from '../testing/like.ts';
import { readRequest } from './request.ts';

const messages = [{ role: 'user', content: 'Hello' }];
const read = (body: object) => readRequest(JSON.stringify({ model: 'judge', messages, ...body }));

describe('a request', () => {
  it('needs a model and messages, no more', () => {
    expect(read({})).toEqual({
      name: 'judge',
      model: modelOf('judge'),
      messages,
      format: { kind: 'text' },
      seed: undefined,
      mostTokens: undefined,
      logprobs: undefined,
      isStreamed: false,
      wantsUsage: false,
    });
  });

  it('may say all that clients say, also as null', () => {
    const full = read({
      stream: true,
      stream_options: { include_usage: true },
      n: 1,
      max_tokens: 5,
      max_completion_tokens: 7,
      temperature: 0.5,
      top_p: null,
      seed: 3,
      stop: ['x'],
      logprobs: true,
      top_logprobs: 4,
      user: 'somebody',
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'belief',
          strict: true,
          schema: { type: 'object', properties: { a: { type: 'string' } } },
        },
      },
    });
    expect(full).toMatchObject({
      isStreamed: true,
      wantsUsage: true,
      mostTokens: 7,
      seed: 3,
      logprobs: 4,
      format: { kind: 'json', shape: { type: 'object' } },
    });
    expect(
      read({ stream: null, stream_options: null, n: null, seed: null, response_format: null, logprobs: null }),
    ).toMatchObject({ isStreamed: false });
  });

  it('may bring its text in parts', () => {
    const parts = [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
      { role: 'assistant', content: null },
    ];
    expect(read({ messages: parts })).toMatchObject({ messages: [{ content: 'ab' }, { content: '' }] });
  });

  it.each([
    [{ model: undefined }, 'model'],
    [{ model: '' }, 'model'],
    [{ model: 'judge?abilty=2' }, 'model'],
    [{ messages: [] }, 'messages'],
    [{ messages: undefined }, 'messages'],
    [{ messages: [{ role: 'user', content: null }] }, 'messages[0].content'],
    [{ messages: [{ role: 'robot', content: 'x' }] }, 'messages[0].role'],
    [
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }] },
      'messages[0].content',
    ],
    [{ n: 2 }, 'n'],
    [{ max_tokens: 0 }, 'max_tokens'],
    [{ temperature: 3 }, 'temperature'],
    [{ top_logprobs: 3 }, 'top_logprobs'],
    [{ logprobs: true, top_logprobs: 21 }, 'top_logprobs'],
    [{ stream_options: { include_usage: true } }, 'stream_options'],
    [{ response_format: { type: 'xml' } }, 'response_format.type'],
    [{ stream: 'yes' }, 'stream'],
  ])('%j is refused, naming %s', (body, param) => {
    expect(read(body)).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      param,
      message: textLike(/.{10}/),
    });
  });

  it.each(['', '{"model":', 'null', '[]', '"text"', '7'])('the body %j is refused', (body) => {
    expect(readRequest(body)).toMatchObject({ status: 400, message: textLike(/./) });
  });
});

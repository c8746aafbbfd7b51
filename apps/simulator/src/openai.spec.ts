import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from './index.ts';
import { aNumber, textLike } from './testing/like.ts';
import { debaterMessages, judgeMessages } from './testing/prompts.ts';
import { caseOf } from './testing/worlds.ts';

let simulator: Simulator;
let client: OpenAI;

beforeAll(async () => {
  simulator = await startSimulator();
  client = new OpenAI({ baseURL: simulator.url, apiKey: 'none', maxRetries: 0 });
});
afterAll(() => simulator.close());

const user = (messages: ReturnType<typeof judgeMessages>) =>
  messages.map(({ content }) => ({ role: 'user' as const, content }));
const JUDGING = { model: 'judge', messages: user(judgeMessages(caseOf(1))) };
const SPEAKING = { model: 'debater', messages: user(debaterMessages(caseOf(1), { seat: 'A' })) };

describe("OpenAI's own client", () => {
  it('lists models', async () => {
    const names: string[] = [];
    for await (const { id } of client.models.list()) names.push(id);
    expect(names).toContain('judge');
  });

  it('reads a whole reply with log-probabilities', async () => {
    const reply = await client.chat.completions.create({ ...JUDGING, logprobs: true, top_logprobs: 2 });
    expect(reply.choices[0]?.message.content).toMatch(/^\{"reason"/);
    expect(reply.choices[0]?.logprobs?.content?.some(({ top_logprobs }) => top_logprobs.length === 2)).toBe(true);
    expect(reply).toMatchObject({
      usage: { total_tokens: aNumber },
      system_fingerprint: 'moot-simulator',
      _request_id: textLike(/^req_/),
    });
  });

  it('reads a stream and its usage', async () => {
    const whole = await client.chat.completions.create(SPEAKING);
    const stream = await client.chat.completions.create({
      ...SPEAKING,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    let tokens = 0;
    for await (const { choices, usage } of stream) {
      text += choices[0]?.delta.content ?? '';
      tokens = usage?.completion_tokens ?? tokens;
    }
    expect(text).toBe(whole.choices[0]?.message.content);
    expect(tokens).toBe(whole.usage?.completion_tokens);
  });

  it('gets structured output', async () => {
    const schema = {
      type: 'object',
      properties: { probabilities: { type: 'object', properties: { 1: { type: 'number' }, 2: { type: 'number' } } } },
    };
    const reply = await client.chat.completions.create({
      ...JUDGING,
      response_format: { type: 'json_schema', json_schema: { name: 'belief', schema } },
    });
    expect(reply.choices[0]?.message.content).toMatch(/^\{"probabilities":\{"1":\d+,"2":\d+\}\}$/);
  });

  it('understands what is wrong', async () => {
    await expect(client.chat.completions.create({ ...JUDGING, model: 'judge?x=1' })).rejects.toMatchObject({
      status: 400,
      param: 'model',
    });
    simulator.setFaults({ sequence: ['limited'], retryAfter: 3 });
    const limited: unknown = await client.chat.completions.create(JUDGING).catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(OpenAI.RateLimitError);
    expect(limited instanceof OpenAI.RateLimitError && limited.headers.get('retry-after')).toBe('3');
  });

  it('sees a connection that is cut in a stream', async () => {
    simulator.setFaults({ sequence: ['cut'] });
    const stream = await client.chat.completions.create({ ...SPEAKING, stream: true });
    let chunks = 0;
    const reading = (async () => {
      for await (const chunk of stream) chunks += chunk.choices.length;
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(chunks).toBeGreaterThan(2);
  });

  it('can retry', async () => {
    simulator.setFaults({ sequence: ['server-error', 'none'] });
    const before = simulator.stats().repeats;
    const reply = await client.chat.completions.create({ ...JUDGING, temperature: 0.7 }, { maxRetries: 1 });
    expect(reply.choices).toHaveLength(1);
    expect(simulator.stats().repeats).toBe(before + 1);
  });
});

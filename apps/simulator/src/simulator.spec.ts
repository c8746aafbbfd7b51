import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, writeKey, type Simulator } from './index.ts';
import { ROLES } from './players/model.ts';
import { BODY, contentOf, eventsIn, post, streamedText } from './testing/client.ts';
import { aNumber, near, textLike, textWith } from './testing/like.ts';
import { debaterMessages, judgeMessages } from './testing/prompts.ts';
import { caseOf } from './testing/worlds.ts';

let simulator: Simulator;
let url = '';

beforeEach(async () => {
  simulator = await startSimulator();
  url = simulator.url;
});
afterEach(() => simulator.close());

describe('the endpoint', () => {
  it('lists its models', async () => {
    const list: unknown = await (await fetch(`${url}/models`)).json();
    expect(list).toMatchObject({ object: 'list', data: ROLES.map((id) => ({ id, object: 'model' })) });
  });

  it('answers whole, with usage', async () => {
    const response = await post(url, BODY);
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    expect(await response.json()).toMatchObject({
      id: textLike(/^chatcmpl-/),
      object: 'chat.completion',
      model: 'judge',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          logprobs: null,
          message: { role: 'assistant', content: textWith('probabilities') },
        },
      ],
      usage: { prompt_tokens: aNumber, completion_tokens: aNumber },
    });
  });

  it('streams the same in events, and usage only when it is wanted', async () => {
    const whole = await contentOf(await post(url, BODY));
    const plain = eventsIn(await (await post(url, { ...BODY, stream: true })).text());
    expect(plain.at(-1)).toBe('[DONE]');
    expect(streamedText(plain)).toBe(whole);
    expect(plain.join()).not.toContain('usage');

    const withUsage = eventsIn(
      await (await post(url, { ...BODY, stream: true, stream_options: { include_usage: true } })).text(),
    );
    expect(JSON.parse(withUsage.at(-2) ?? '')).toMatchObject({
      choices: [],
      usage: { total_tokens: aNumber },
    });
    expect(JSON.parse(withUsage[0] ?? '')).toMatchObject({ choices: [{ delta: { role: 'assistant' } }], usage: null });
    expect(JSON.parse(withUsage.at(-3) ?? '')).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] });
  });

  it('stops at the tokens that are allowed, and says so', async () => {
    const short: unknown = await (await post(url, { ...BODY, max_tokens: 3 })).json();
    expect(short).toMatchObject({
      choices: [{ finish_reason: 'length', message: { content: '{"reason' } }],
      usage: { completion_tokens: 3 },
    });
    const stream = eventsIn(await (await post(url, { ...BODY, stream: true, max_completion_tokens: 3 })).text());
    expect(stream.at(-2)).toContain('"finish_reason":"length"');
  });

  it('gives log-probabilities that agree with the belief, whole and streamed', async () => {
    const asked = {
      model: 'judge?bias=1&noise=0',
      messages: judgeMessages(caseOf(1), { form: 'Answer with the number of the right option.' }),
      logprobs: true,
      top_logprobs: 2,
    };
    const top = [
      { token: '1', logprob: near(Math.log(0.73)) },
      { token: '2', logprob: near(Math.log(0.27)) },
    ];
    expect(await (await post(url, asked)).json()).toMatchObject({
      choices: [{ message: { content: '1' }, logprobs: { content: [{ token: '1', top_logprobs: top }] } }],
    });
    const [, chunk = ''] = eventsIn(await (await post(url, { ...asked, stream: true })).text());
    expect(JSON.parse(chunk)).toMatchObject({
      choices: [{ delta: { content: '1' }, logprobs: { content: [{ top_logprobs: top }] } }],
    });
  });

  it('never cuts a character in a stream', async () => {
    const asked = {
      ...caseOf(1),
      source: '🙂🙃 “Žluťoučký kůň” 👩‍🚀🧑🏽‍🚀 said the drum 🥁🥁🥁 to him.',
      options: ['🥁 the drum 🥁', 'the saw'] as const,
    };
    const stream = await (
      await post(url, { model: 'debater', messages: debaterMessages(asked, { seat: 'A' }), stream: true })
    ).text();
    expect(stream).not.toMatch(/\\ud[89a-f]/i);
    expect(streamedText(eventsIn(stream))).toContain('🥁 the drum 🥁');
  });

  it('infers the role of a model that it does not know', async () => {
    await post(url, { ...BODY, model: 'gpt-5' });
    await post(url, { model: 'org/some-model', messages: debaterMessages(caseOf(1), { seat: 'A' }) });
    await post(url, { model: 'other', messages: [{ role: 'user', content: 'Hello' }] });
    expect(simulator.calls().map(({ role }) => role)).toEqual(['judge', 'debater', 'helper']);
  });

  it('learns truth from its key file, also when it changes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moot-simulator-'));
    const keyFile = join(folder, 'key.jsonl');
    const knowing = await startSimulator({ keyFile });
    const cases = Array.from({ length: 20 }, (_, i) => caseOf(i));
    const right = async () => {
      const form = 'Answer with the number of the right option.';
      const asked = cases.map((each) =>
        post(knowing.url, { model: 'judge', messages: judgeMessages(each, { source: 'shown', form }) }),
      );
      const said = await Promise.all((await Promise.all(asked)).map(contentOf));
      return said.filter((number, i) => Number(number) - 1 === cases[i]?.truth).length;
    };
    expect(await right()).toBeLessThan(17);
    await writeKey(
      keyFile,
      cases.map(({ question, options, truth }) => ({ text: question, truth: options[truth] })),
    );
    expect(await right()).toBeGreaterThanOrEqual(17);
    await knowing.close();
    await rm(folder, { recursive: true });
  });
});

it('closes while it answers', async () => {
  const slow = await startSimulator({ latency: { firstMs: 0, tokensPerSecond: 0.001 } });
  const response = await post(slow.url, { ...BODY, stream: true });
  await slow.close();
  await expect(response.text()).rejects.toThrow();
  expect(slow.stats()).toMatchObject({ aborted: 1, running: 0 });
});

it('says which port is taken', async () => {
  await expect(startSimulator({ port: simulator.port })).rejects.toThrow(new RegExp(`${simulator.port}.*taken`));
});

it('refuses a fault plan that cannot be', async () => {
  await expect(startSimulator({ faults: { rates: { cut: 0.7, stall: 0.7 } } })).rejects.toThrow(/more than 1/);
});

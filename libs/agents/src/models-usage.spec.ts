import { expect, it } from 'vitest';
import { models } from './models.ts';
import { endpoint, never, only, request } from './testing/asking.ts';
import { answers, illBehaved } from './testing/ill-behaved.ts';

it.each([{ prompt_tokens: 2 ** 53 - 1 }, { prompt_tokens: -1 }, { prompt_tokens: 0.5 }])(
  'estimates tokens where it is told of %o',
  async (told) => {
    const usage = { completion_tokens: 1, ...told };
    const choices = [{ index: 0, message: { content: 'The bridge holds.' }, finish_reason: 'stop' }];
    const odd = await illBehaved({ odd: answers(200, { choices, usage }) });
    const made = await models(only(endpoint(odd.url)))(request('ill/odd'), { signal: never() });
    await odd.stop();
    expect(made).toMatchObject({ status: 'ok', usage: { isEstimated: true } });
  },
);

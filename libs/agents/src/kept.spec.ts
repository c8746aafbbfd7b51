import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Call, ModelRequest } from '@moot/runner';
import { promptHash } from './prompt-hash.ts';
import { replayed } from './replayed.ts';
import { scripted } from './scripted.ts';
import { BELIEF, never, request } from './testing/asking.ts';

const ASKED = request('sim/debater');

function call(asked: ModelRequest, attempt: number, given: Partial<Call>): Call {
  return {
    turn: { run: 'r', seat: 'A', kind: 'speech', at: 'round 1', version: 1 },
    part: 'move',
    attempt,
    model: asked.model,
    messages: asked.messages,
    promptHash: promptHash(asked),
    ...{ status: 'ok', text: '', ms: 5, sent: {}, simulated: false, ...given },
  };
}

describe('the hash of a prompt', () => {
  it('follows from what is asked and not from the order of its keys', () => {
    const turned = { parameters: { seed: 1, temperature: 0.4 } };
    expect(promptHash(request('a/b', turned))).toBe(
      promptHash(request('a/b', { parameters: { temperature: 0.4, seed: 1 } })),
    );
    expect(promptHash(ASKED)).toBe('080b45b1d40b5427debe2ebb6a99e953666998958c38896385a123807ec1c66e');
  });

  it.each<[string, Partial<ModelRequest>]>([
    ['model', { model: 'sim/judge' }],
    ['messages', { messages: [{ role: 'system', content: 'Who was it?' }] }],
    ['parameters', { parameters: { temperature: 0 } }],
    ['form of the reply', { reply: BELIEF }],
  ])('changes with the %s', (_what, given) => {
    expect(promptHash(request('sim/debater', given))).not.toBe(promptHash(ASKED));
  });

  it('changes with the schema of the reply', () => {
    const reply = { form: 'json' as const, name: 'belief', schema: z.object({ belief: z.number() }) };
    expect(promptHash({ ...ASKED, reply })).not.toBe(promptHash({ ...ASKED, reply: BELIEF }));
  });
});

describe('a scripted model', () => {
  it('says its lines in order, and says when there are no more', async () => {
    const heard: string[] = [];
    const ask = scripted(['One.', { status: 'limited', retryAfter: 5 }]);
    const follow = { signal: never(), hear: (piece: string) => heard.push(piece) };
    expect(await ask(ASKED, follow)).toMatchObject({ status: 'ok', text: 'One.' });
    expect(await ask(ASKED, follow)).toMatchObject({ status: 'limited', retryAfter: 5 });
    expect(await ask(ASKED, follow)).toMatchObject({ status: 'rejected', cause: 'the script has only 2 lines' });
    expect(heard).toEqual(['One.']);
  });

  it('can make its line of the request', async () => {
    const ask = scripted(({ model }) => `I am ${model}.`);
    expect((await ask(ASKED, { signal: never() })).text).toBe('I am sim/debater.');
    expect((await ask(ASKED, { signal: AbortSignal.abort() })).status).toBe('stopped');
  });
});

describe('a replayed model', () => {
  it('answers as it did, attempt after attempt, and spends nothing', async () => {
    const ask = replayed(
      [call(ASKED, 1, { status: 'cut', cause: 'cut' }), call(ASKED, 2, { text: 'Yes.', costUsd: 3, fault: 'no' })],
      'fail',
    );
    expect(await ask(ASKED, { signal: never() })).toMatchObject({ status: 'cut', cause: 'cut' });
    const answer = { status: 'ok', text: 'Yes.', ms: 5, sent: {}, simulated: false, costUsd: 0 };
    expect(await ask(ASKED, { signal: never() })).toEqual(answer);
    expect(await ask(ASKED, { signal: never() })).toEqual(answer);
  });

  it('rejects a prompt that was never asked', async () => {
    const made = await replayed([], 'fail')(ASKED, { signal: never() });
    expect(made.status).toBe('rejected');
    expect(made.cause).toContain('nothing was kept that sim/debater answered to this prompt');
  });
});

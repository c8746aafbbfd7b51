import type { Prompt } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import type { AttemptStatus, Call } from './ports.ts';
import { BOUNDS, standing, type ReadReply } from './standing.ts';

const prompt: Prompt = { messages: [{ role: 'user', content: 'Speak.' }], reply: { form: 'text' }, mostTokens: 100 };
const read: ReadReply = (_reply, { text }) =>
  text === 'mumble' ? { ok: false, fault: 'It cannot be understood.' } : { ok: true, said: { text } };
const call = (status: AttemptStatus, change: Partial<Call> = {}): Call => ({
  status,
  text: status === 'ok' ? 'words' : '',
  ms: 1,
  sent: {},
  simulated: false,
  turn: { run: 'r', seat: 'A', kind: 'speech', at: 'round 1', version: 1 },
  part: 'move',
  attempt: 1,
  model: 'openai/m',
  messages: prompt.messages,
  promptHash: '',
  ...change,
});

describe('where a turn stands', () => {
  it('is to be asked when nothing was', () => {
    expect(standing(prompt, [], read)).toEqual({ is: 'to-ask', messages: prompt.messages, pause: 0 });
  });

  it('is answered by a whole reply that was kept, so that nothing is asked twice', () => {
    expect(standing(prompt, [call('timeout'), call('ok')], read)).toMatchObject({
      is: 'answered',
      said: { text: 'words' },
    });
  });

  it('is asked again with the fault named', () => {
    const faulty = call('ok', { text: 'mumble', fault: 'It cannot be understood.' });
    const told =
      'That cannot be taken: It cannot be understood. Answer again, in full, in the form that was asked for.';
    expect(standing(prompt, [faulty], read)).toEqual({
      is: 'to-ask',
      pause: 0,
      messages: [...prompt.messages, { role: 'assistant', content: 'mumble' }, { role: 'user', content: told }],
    });
  });

  it.each(['refusal', 'empty', 'too-long'] as const)('fails after so many replies of status %s', (status) => {
    const calls = Array.from({ length: BOUNDS.replies }, () => call(status));
    expect(standing(prompt, calls.slice(1), read).is).toBe('to-ask');
    expect(standing(prompt, calls, read)).toMatchObject({ is: 'failed', failure: { cause: status } });
  });

  it.each(['limited', 'timeout', 'unreachable', 'server-error', 'cut', 'malformed'] as const)(
    'asks the same again after %s, with longer pauses, and fails in the end',
    (status) => {
      const calls = Array.from({ length: BOUNDS.calls }, () => call(status));
      const pauses = calls
        .slice(1)
        .map((_, i) => standing(prompt, calls.slice(0, i + 1), read))
        .map((now) => (now.is === 'to-ask' ? now.pause : -1));
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
      expect(pauses[0]).toBeGreaterThan(0);
      expect(standing(prompt, calls, read)).toMatchObject({ is: 'failed', failure: { cause: status } });
    },
  );

  it('waits as long as the endpoint asks', () => {
    expect(standing(prompt, [call('limited', { retryAfter: 90_000 })], read)).toMatchObject({ pause: 90_000 });
  });

  it('fails at once when the endpoint will never take the call', () => {
    expect(standing(prompt, [call('rejected', { cause: 'check OPENAI_API_KEY' })], read)).toEqual({
      is: 'failed',
      failure: { cause: 'rejected', words: 'check OPENAI_API_KEY' },
    });
  });

  it('does not count a call that was stopped on the way', () => {
    expect(
      standing(
        prompt,
        Array.from({ length: 20 }, () => call('stopped')),
        read,
      ).is,
    ).toBe('to-ask');
  });
});

import type { Message, Prompt } from '@moot/protocol';
import type { Attempt, AttemptStatus, Call, Failure } from './ports.ts';

/** Where a part of a turn stands after the attempts at it so far: a reply to be played, the next thing to ask, or a failure. */
export type Standing =
  | { readonly is: 'answered'; readonly call: Call; readonly said: object }
  | { readonly is: 'to-ask'; readonly messages: readonly Message[]; readonly pause: number }
  | { readonly is: 'failed'; readonly failure: Failure };

/** Reads a reply: what is said in it, or what is wrong with it in words for the model. */
export type ReadReply = (
  reply: Prompt['reply'],
  heard: Pick<Attempt, 'text' | 'alternatives'>,
) => { readonly ok: true; readonly said: object } | { readonly ok: false; readonly fault: string };

/** How often a turn is asked again: for what was said, and for calls that did not come through. */
export const BOUNDS = { replies: 3, calls: 6 } as const;

/** Follows from the attempts alone, so that it is the same after a crash as before. */
export function standing(prompt: Prompt, calls: readonly Call[], read: ReadReply): Standing {
  const last = calls.at(-1);
  if (!last) return { is: 'to-ask', messages: prompt.messages, pause: 0 };
  if (last.status === 'ok' && last.fault === undefined) {
    const reading = read(prompt.reply, last);
    if (reading.ok) return { is: 'answered', call: last, said: reading.said };
  }
  const failure = failureOf(calls, last);
  if (failure) return { is: 'failed', failure };
  return {
    is: 'to-ask',
    messages: [...prompt.messages, ...calls.flatMap((call) => retold(call))],
    pause: isLost(last.status) ? pauseAfter(calls, last) : 0,
  };
}

function failureOf(calls: readonly Call[], last: Call): Failure | undefined {
  if (last.status === 'rejected')
    return { cause: 'rejected', words: last.cause ?? 'the endpoint will not take this call' };
  const replies = calls.filter(({ status }) => !isLost(status) && status !== 'stopped').length;
  if (replies >= BOUNDS.replies && !isLost(last.status)) return unusable(last, replies);
  const lost = calls.filter(({ status }) => isLost(status)).length;
  return lost >= BOUNDS.calls
    ? { cause: last.status, words: `${lost} calls did not come through; the last: ${last.cause ?? last.status}` }
    : undefined;
}

function unusable({ status, fault, cause }: Call, replies: number): Failure {
  const what = status === 'ok' ? (fault ?? 'it could not be read') : (cause ?? status);
  return {
    cause: status === 'ok' ? 'fault' : status,
    words: `none of ${replies} replies could be used; the last: ${what}`,
  };
}

/** Whether a call did not come through, so that the same is simply asked again. */
function isLost(status: AttemptStatus): boolean {
  return LOST[status];
}

const LOST: Readonly<Record<AttemptStatus, boolean>> = {
  limited: true,
  timeout: true,
  unreachable: true,
  'server-error': true,
  cut: true,
  malformed: true,
  ok: false,
  refusal: false,
  empty: false,
  'too-long': false,
  rejected: false,
  stopped: false,
};

/** A faulty reply as the model is reminded of it, with what was wrong. */
function retold({ status, text, fault }: Call): readonly Message[] {
  if (status === 'too-long')
    return [{ role: 'user', content: 'Your last reply was too long to be taken. Answer again, much shorter.' }];
  if (status !== 'ok' || fault === undefined) return [];
  return [
    { role: 'assistant', content: text.slice(0, REMEMBERED) },
    { role: 'user', content: `That cannot be taken: ${fault} Answer again, in full, in the form that was asked for.` },
  ];
}

/** How much of a faulty reply is shown to the model again, in characters. */
const REMEMBERED = 6000;

/** What the endpoint asks for, else half a second and twice as long each time, at most half a minute; in ms. */
function pauseAfter(calls: readonly Call[], last: Call): number {
  const lost = calls.filter(({ status }) => isLost(status)).length;
  return last.retryAfter ?? Math.min(30_000, 250 * 2 ** lost);
}

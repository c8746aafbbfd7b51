import type { ChatRequest } from './request.ts';
import { logprobsOf, type TokenLogprob } from './logprobs.ts';
import { promptTokens, tokensOf } from './tokens.ts';

/** A reply made ready to be sent, whole or in pieces. */
export interface Completion {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
  readonly tokens: readonly string[];
  readonly logprobs: readonly TokenLogprob[] | undefined;
  readonly finish: 'stop' | 'length' | null;
  readonly promptTokens: number;
}

export interface Said {
  readonly text: string;
  readonly belief?: Readonly<Record<string, number>>;
}

export function completionOf(
  request: ChatRequest,
  said: Said,
  { id, now }: { readonly id: string; readonly now: number },
): Completion {
  const all = tokensOf(said.text);
  const tokens = all.slice(0, request.mostTokens);
  return {
    id: `chatcmpl-${id}`,
    created: Math.floor(now / 1000),
    model: request.name,
    tokens,
    logprobs: request.logprobs === undefined ? undefined : logprobsOf(tokens, said.belief, request.logprobs),
    finish: tokens.length < all.length ? 'length' : 'stop',
    promptTokens: promptTokens(request.messages),
  };
}

/** The body of a reply that is sent whole. */
export function wholeBody(completion: Completion): string {
  const { finish, logprobs, tokens } = completion;
  const message = { role: 'assistant', content: tokens.join(''), refusal: null };
  const choice = {
    index: 0,
    message,
    logprobs: logprobs ? { content: logprobs, refusal: null } : null,
    finish_reason: finish,
  };
  return JSON.stringify({ ...head(completion, 'chat.completion'), choices: [choice], usage: usageOf(completion) });
}

/** The events of a reply that is streamed, without the closing `[DONE]`: a beginning, one for each group of tokens, an end. */
export function* events(
  completion: Completion,
  { group, wantsUsage }: { readonly group: number; readonly wantsUsage: boolean },
): Generator<Event> {
  const { finish, logprobs, tokens } = completion;
  const start = { ...head(completion, 'chat.completion.chunk'), ...(wantsUsage && { usage: null }) };
  const chunk = (
    delta: object,
    content?: readonly TokenLogprob[],
    finish_reason: Completion['finish'] = null,
  ): string =>
    JSON.stringify({
      ...start,
      choices: [{ index: 0, delta, logprobs: content ? { content, refusal: null } : null, finish_reason }],
    });

  yield { tokens: 0, json: chunk({ role: 'assistant', content: '', refusal: null }) };
  for (let i = 0; i < tokens.length; i += group) {
    const piece = tokens.slice(i, i + group);
    yield { tokens: piece.length, json: chunk({ content: piece.join('') }, logprobs?.slice(i, i + group)) };
  }
  if (finish === null) return;
  yield { tokens: 0, json: chunk({}, undefined, finish) };
  if (wantsUsage) yield { tokens: 0, json: JSON.stringify({ ...start, choices: [], usage: usageOf(completion) }) };
}

export interface Event {
  /** How many tokens it carries. */
  readonly tokens: number;
  readonly json: string;
}

function head({ id, created, model }: Completion, object: string) {
  return { id, object, created, model, system_fingerprint: 'moot-simulator', service_tier: 'default' };
}

function usageOf({ promptTokens, tokens }: Completion) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: tokens.length,
    total_tokens: promptTokens + tokens.length,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}

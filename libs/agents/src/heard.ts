import type { Alternatives } from '@moot/runner';
import { z } from 'zod';

/** What has been heard of a reply so far. */
export interface Heard {
  readonly text: string;
  /** Reasoning that an endpoint sends beside the text. */
  readonly reasoning: string;
  readonly refusal: string;
  /** What else its first tokens could have been, where that was asked for. */
  readonly alternatives: readonly Alternatives[];
  readonly finish?: string;
  /** Whether there was anything in it that belongs to a chat completion. */
  readonly isReply: boolean;
  readonly usage?: { readonly promptTokens: number; readonly replyTokens: number };
  readonly reported: { readonly model?: string; readonly requestId?: string; readonly fingerprint?: string };
}

export const NOTHING: Heard = { text: '', reasoning: '', refusal: '', alternatives: [], isReply: false, reported: {} };

/** What one piece adds: a chunk of a stream, or a whole reply. A string says what is wrong with it. */
export function hearing(heard: Heard, piece: unknown): Heard | string {
  const read = Piece.safeParse(piece);
  if (!read.success) return z.prettifyError(read.error);
  const { choices, usage, model, system_fingerprint: fingerprint, error } = read.data;
  if (!NO_ERROR.has(error)) return errorWords(error);
  const choice = choices.find(({ index }) => index === 0);
  return {
    ...withSaid(heard, choice?.message ?? choice?.delta ?? {}),
    alternatives: withTokens(heard, choice),
    isReply: heard.isReply || choice !== undefined,
    ...known('finish', choice?.finish_reason ?? heard.finish),
    ...known(
      'usage',
      usage ? { promptTokens: usage.prompt_tokens, replyTokens: usage.completion_tokens } : heard.usage,
    ),
    reported: { ...heard.reported, ...known('model', model), ...known('fingerprint', fingerprint) },
  };
}

function withSaid({ text, reasoning, refusal, reported }: Heard, said: Partial<z.output<typeof Said>>) {
  return {
    text: text + (said.content ?? ''),
    reasoning: reasoning + (said.reasoning_content ?? said.reasoning ?? ''),
    refusal: refusal + (said.refusal ?? ''),
    reported,
  };
}

function withTokens({ alternatives }: Heard, choice: Choice | undefined): Heard['alternatives'] {
  return [...alternatives, ...(choice?.logprobs?.content ?? [])].slice(0, MOST_TOKENS);
}

interface Choice {
  readonly logprobs?: { readonly content?: readonly Alternatives[] | null | undefined } | null | undefined;
}

// A number stands at the beginning of a reply that is to be one.
const MOST_TOKENS = 16;

/** What an `error` in a reply says, in the many shapes that it has. */
export function errorWords(error: unknown): string {
  if (typeof error === 'string') return error;
  const read = z.object({ message: z.string() }).safeParse(error);
  return read.success ? read.data.message : JSON.stringify(error);
}

/** A field that is left out when its value is not known. */
export function known<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>>;
export function known(key: string, value: unknown): object {
  return value === undefined || value === null ? {} : { [key]: value };
}

const NO_ERROR = new Set<unknown>([undefined, null, '']);

// Some endpoints send text in parts.
const Content = z
  .union([
    z.string(),
    z.array(z.object({ text: z.string().catch('') })).transform((parts) => parts.map(({ text }) => text).join('')),
  ])
  .nullish();
const Words = z.string().nullish();
const Said = z.object({
  content: Content,
  refusal: Words,
  reasoning_content: Words.catch(undefined),
  reasoning: Words.catch(undefined),
});
// More is no count of tokens; what is left out is estimated.
const Tokens = z.int().min(0).max(1_000_000_000);
const Logprob = z.object({ token: z.string(), logprob: z.number() });
/** A token with its alternatives, the one that was chosen first; some endpoints leave it out of them. */
const Token = Logprob.extend({ top_logprobs: z.array(Logprob).nullish() }).transform(
  ({ token, logprob, top_logprobs: others }): Alternatives => [
    { token, logprob },
    ...(others ?? []).filter((other) => other.token !== token),
  ],
);
const Piece = z.object({
  choices: z
    .array(
      z.object({
        index: z
          .number()
          .nullish()
          .transform((index) => index ?? 0),
        message: Said.nullish(),
        delta: Said.nullish(),
        finish_reason: z.string().nullish(),
        logprobs: z
          .object({ content: z.array(Token).nullish() })
          .nullish()
          .catch(undefined),
      }),
    )
    .nullish()
    .transform((choices) => choices ?? []),
  usage: z.object({ prompt_tokens: Tokens, completion_tokens: Tokens }).nullish().catch(undefined),
  model: Words.catch(undefined),
  system_fingerprint: Words.catch(undefined),
  error: z.unknown().optional(),
});

import type { ModelRequest } from '@moot/runner';
import type { Endpoint, Structured } from './endpoint.ts';
import { canBeStrict, jsonSchemaOf, type JsonSchema } from './json-schema.ts';

/** The form in which an endpoint takes requests for a model. Learnt from what it refuses. */
export interface Form {
  readonly structured: Exclude<Structured, 'auto'>;
  readonly limit: 'max_tokens' | 'max_completion_tokens' | 'none';
  readonly streams: boolean;
  readonly tellsUsage: boolean;
  /** How many alternatives to a token may be asked for. */
  readonly alternatives: number;
  /** Sampling parameters that the model does not take. */
  readonly without: readonly string[];
}

export function firstForm({ structured }: Endpoint): Form {
  return {
    structured: structured === 'auto' ? 'json_schema' : structured,
    limit: 'max_tokens',
    streams: true,
    tellsUsage: true,
    alternatives: 20,
    without: [],
  };
}

/** All of a request but its messages. */
export interface Sent {
  readonly model: string;
  readonly stream?: true;
  readonly stream_options?: { readonly include_usage: boolean };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly temperature?: number;
  readonly top_p?: number;
  readonly seed?: number;
  readonly logprobs?: true;
  readonly top_logprobs?: number;
  readonly response_format?: ResponseFormat;
}

type ResponseFormat =
  | { readonly type: 'json_schema'; readonly json_schema: { name: string; strict: boolean; schema: JsonSchema } }
  | { readonly type: 'json_object' };

export function sentIn(form: Form, model: string, request: ModelRequest): Sent {
  const { temperature, topP, seed, maxTokens = request.mostTokens } = request.parameters;
  const sampling = Object.entries({ temperature, top_p: topP, seed }).filter(
    ([name, value]) => value !== undefined && !form.without.includes(name),
  );
  return {
    model,
    // An endpoint that does not know the parameter does not take a false either.
    ...(form.streams && { stream: true }),
    ...(form.streams && form.tellsUsage && { stream_options: { include_usage: true } }),
    ...(form.limit === 'none' ? {} : { [form.limit]: maxTokens }),
    ...Object.fromEntries(sampling),
    ...(request.reply.form === 'number' && { logprobs: true, top_logprobs: form.alternatives }),
    ...formatIn(form, request),
  };
}

/** The next form to try after an endpoint's complaint about a request, or undefined if the form is not what is wrong. */
export function nextForm(form: Form, sent: Sent, complaint: string): Form | undefined {
  const words = complaint.toLowerCase();
  if (sent.response_format && FORMAT.test(words)) {
    return { ...form, structured: form.structured === 'json_schema' ? 'json_object' : 'none' };
  }
  if (isTooMany(sent, words)) return { ...form, alternatives: FEWER };
  if (!UNSUPPORTED.test(words)) return undefined;
  if (sent.stream_options && /stream_options|include_usage/.test(words)) return { ...form, tellsUsage: false };
  if (form.limit !== 'none' && LIMIT.test(words)) {
    return TOO_LARGE.test(words) ? undefined : { ...form, limit: OTHER[form.limit] };
  }
  return withoutRefused(form, sent, words);
}

function isTooMany({ top_logprobs: asked = 0 }: Sent, words: string): boolean {
  return asked > FEWER && words.includes('top_logprobs');
}

function withoutRefused(form: Form, sent: Sent, words: string): Form | undefined {
  const refused = SAMPLING.find((name) => name in sent && new RegExp(`\\b${name}\\b`).test(words));
  if (refused) return { ...form, without: [...form.without, refused] };
  return sent.stream && /\bstream(ing)?\b/.test(words) ? { ...form, streams: false } : undefined;
}

// What every endpoint gives that gives any.
const FEWER = 5;
const FORMAT = /response_format|json_schema|json_object|structured output|guided|grammar|schema/;
const LIMIT = /max_(completion_)?tokens/;
const UNSUPPORTED =
  /support|unknown|unrecogni[sz]ed|unexpected|extra|permitted|allowed|invalid param|additional|only the default|cannot be used/;
const TOO_LARGE = /too (large|long|high|many)|at most|maximum|exceed|less than/;
const OTHER = { max_tokens: 'max_completion_tokens', max_completion_tokens: 'none' } as const;
const SAMPLING = ['temperature', 'top_p', 'seed'] as const;

function formatIn(form: Form, { reply }: ModelRequest): Pick<Sent, 'response_format'> {
  if (reply.form !== 'json' || form.structured === 'none') return {};
  if (form.structured === 'json_object') return { response_format: { type: 'json_object' } };
  const schema = jsonSchemaOf(reply.schema);
  const name = reply.name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
  return { response_format: { type: 'json_schema', json_schema: { name, strict: canBeStrict(schema), schema } } };
}

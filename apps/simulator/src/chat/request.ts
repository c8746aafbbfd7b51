import { z } from 'zod';
import { badRequest, type Problem } from '../http/problem.ts';
import type { Format } from '../players/judge.ts';
import { readModel, type Model } from '../players/model.ts';
import type { Message } from '../players/prompt.ts';
import { Shape } from './shape.ts';
import { parsed } from '../http/json.ts';

/** A request for a chat completion, as far as the simulator minds it. */
export interface ChatRequest {
  /** The name as it was sent. */
  readonly name: string;
  /** The simulator's own player of that name. */
  readonly model: Model | undefined;
  readonly messages: readonly Message[];
  readonly format: Format;
  readonly seed: number | undefined;
  readonly mostTokens: number | undefined;
  /** How many alternatives are wanted beside each token's log-probability; undefined for none at all. */
  readonly logprobs: number | undefined;
  readonly isStreamed: boolean;
  readonly wantsUsage: boolean;
}

/** Reads the body of a request. What is unknown or has no meaning here is passed over, as `stop` is. */
export function readRequest(body: string): ChatRequest | Problem {
  const json = parsed(body);
  if (json === undefined) return badRequest('The body could not be parsed as JSON.');
  const read = Body.safeParse(json);
  const issue = read.error?.issues[0];
  if (issue)
    return badRequest(`${issue.message} (${pathOf(issue.path) || 'the body'})`, pathOf(issue.path) || undefined);
  if (!read.data) return badRequest('The body could not be read.');

  const model = readModel(read.data.model);
  if (model && 'wrong' in model) return badRequest(model.wrong, 'model');
  return requestOf(read.data, model);
}

const text = z.object({ type: z.literal('text', { error: 'only parts of type text can be read' }), text: z.string() });

const message = z
  .object({
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
    content: z
      .union([z.string(), z.array(text)], { error: 'a message has a text, or a list of parts of type text' })
      .nullish(),
  })
  .refine(({ role, content }) => role === 'assistant' || typeof content === 'string' || Array.isArray(content), {
    path: ['content'],
    error: 'a message has a text, or a list of parts of type text',
  });

const format = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({ name: z.string().min(1), schema: Shape.nullish() }),
  }),
]);

const tokens = z.int().min(1).nullish();

const Body = z
  .object({
    model: z.string({ error: 'a model has to be named' }).min(1, 'a model has to be named'),
    messages: z.array(message).min(1, 'at least one message is needed'),
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
    n: z.literal(1, { error: 'only one choice can be given' }).nullish(),
    max_tokens: tokens,
    max_completion_tokens: tokens,
    temperature: z.number().min(0).max(2).nullish(),
    top_p: z.number().min(0).max(1).nullish(),
    logprobs: z.boolean().nullish(),
    top_logprobs: z.int().min(0).max(20).nullish(),
    response_format: format.nullish(),
    seed: z.int().nullish(),
  })
  .refine((body) => !body.stream_options || body.stream === true, {
    path: ['stream_options'],
    error: 'stream_options need stream: true',
  })
  .refine((body) => typeof body.top_logprobs !== 'number' || body.logprobs === true, {
    path: ['top_logprobs'],
    error: 'top_logprobs need logprobs: true',
  });
type Body = z.output<typeof Body>;

function requestOf(body: Body, model: Model | undefined): ChatRequest {
  return {
    name: body.model,
    model,
    messages: body.messages.map(({ role, content }) => ({ role, content: textOf(content) })),
    format: formatOf(body.response_format),
    seed: body.seed ?? undefined,
    mostTokens: body.max_completion_tokens ?? body.max_tokens ?? undefined,
    logprobs: body.logprobs === true ? (body.top_logprobs ?? 0) : undefined,
    isStreamed: body.stream === true,
    wantsUsage: body.stream_options?.include_usage === true,
  };
}

function textOf(content: string | readonly { readonly text: string }[] | null | undefined): string {
  return typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join('');
}

function formatOf(wanted: Body['response_format']): Format {
  if (!wanted || wanted.type === 'text') return { kind: 'text' };
  const shape = wanted.type === 'json_schema' ? wanted.json_schema.schema : undefined;
  return shape ? { kind: 'json', shape } : { kind: 'json' };
}

/** As in `messages[0].content`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

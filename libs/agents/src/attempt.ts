import type { Attempt, AttemptStatus, ModelRequest } from '@moot/runner';
import { priceOf, type Named, type Price } from './endpoint.ts';
import type { Exchanged } from './exchange.ts';
import type { Sent } from './form.ts';
import { known, type Heard } from './heard.ts';
import { isRefusal } from './refusal.ts';
import { oneLine } from './words.ts';

/** The attempt that an exchange makes, as it is kept: with its cost, without secrets. */
export function attemptOf(named: Named, request: ModelRequest, made: Made): Attempt {
  const { exchanged, sent, ms, mask } = made;
  const { heard, hasBegun, fault } = exchanged;
  const ended = fault ?? endOf(heard, request);
  const usage = heard.usage ?? (hasBegun ? { ...estimated(request, heard), isEstimated: true as const } : undefined);
  const { model, requestId = fault?.requestId, fingerprint } = heard.reported;
  const masked = (text: string | undefined) => (text === undefined ? undefined : mask(oneLine(text)));
  return {
    status: ended.status,
    text: mask(storable(composed(heard))),
    ...known('cause', masked(ended.cause === undefined ? undefined : mask(ended.cause))),
    ...known('retryAfter', fault?.retryAfter),
    ...known('usage', usage),
    ...known('costUsd', usage && costOf(usage, priceOf(named))),
    ...(heard.alternatives.length > 0 && { alternatives: heard.alternatives }),
    ms,
    reported: {
      ...known('model', masked(model)),
      ...known('requestId', masked(requestId)),
      ...known('fingerprint', masked(fingerprint)),
    },
    sent: maskedSent(sent, mask),
    simulated: named.endpoint.isSimulator,
  };
}

export interface Made {
  readonly exchanged: Exchanged;
  readonly sent: Sent;
  readonly ms: number;
  readonly mask: (text: string) => string;
}

/** An attempt that came to its end without any request. */
export function unasked(status: AttemptStatus, cause: string, simulated = false): Attempt {
  return { status, cause: oneLine(cause), text: '', ms: 0, sent: {}, simulated };
}

/** The tokens of a prompt, by a rule of thumb: four bytes each. */
export function promptTokens({ messages }: Pick<ModelRequest, 'messages'>): number {
  return messages.reduce((sum, { content }) => sum + tokensIn(content), 0);
}

function endOf(heard: Heard, request: ModelRequest): { readonly status: AttemptStatus; readonly cause?: string } {
  const { text, finish, refusal, alternatives } = heard;
  if (refusal !== '') return { status: 'refusal', cause: `the model declined: ${refusal}` };
  if (finish === 'content_filter')
    return { status: 'refusal', cause: "the endpoint's content filter withheld the reply" };
  const isNumber = request.reply.form === 'number';
  // Whatever comes after the number does not matter.
  if (isNumber && alternatives.length > 0) return { status: 'ok' };
  if (isNumber && finish !== undefined)
    return { status: 'rejected', cause: `${request.model} gives no log-probabilities: set reading: stated for it` };
  if (finish === 'length') return { status: 'too-long', cause: tooLong(text, request) };
  if (finish === undefined)
    return { status: 'cut', cause: 'the reply ended before its end: no reason was given why it stopped' };
  if (text.trim() === '') return { status: 'empty', cause: 'the model said nothing' };
  return isRefusal(text) ? { status: 'refusal', cause: `the model declined: ${text}` } : { status: 'ok' };
}

function tooLong(text: string, { parameters, mostTokens }: ModelRequest): string {
  const limit = `the reply was cut off at its limit of ${parameters.maxTokens ?? mostTokens} tokens`;
  return text.trim() === ''
    ? `${limit} before anything was said: raise maxTokens for a model that reasons first`
    : limit;
}

/** Reasoning that came beside the text is kept before it, as private thinking is. */
function composed({ text, refusal, reasoning }: Heard): string {
  const said = text === '' ? refusal : text;
  if (reasoning === '') return said.slice(0, MOST);
  const thought = `<thinking>${reasoning.replaceAll(/<(?=\/?think)/gi, '‹')}</thinking>\n`;
  return thought.length + said.length > MOST ? said.slice(0, MOST) : thought + said;
}

// Characters; in bytes it is checked by `storable`.
const MOST = 262_144;

/** Text that every database takes: whole characters, no NUL, at most 256 kB. */
function storable(text: string): string {
  const bytes = Buffer.from(text.replaceAll('\0', '\uFFFD'));
  return bytes.length <= MOST
    ? bytes.toString()
    : bytes
        .subarray(0, MOST)
        .toString()
        .replace(/\uFFFD+$/, '');
}

function estimated(request: ModelRequest, { text, reasoning }: Heard) {
  return { promptTokens: promptTokens(request), replyTokens: tokensIn(text + reasoning) };
}

function tokensIn(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4);
}

function costOf(usage: NonNullable<Attempt['usage']>, price: Price | undefined): number | undefined {
  return price && (usage.promptTokens * price.inputPerMillion + usage.replyTokens * price.outputPerMillion) / 1_000_000;
}

/** The parameters as sent; of a schema, only its name: the whole stands with the prompt. */
function maskedSent({ response_format: format, ...rest }: Sent, mask: (text: string) => string): Attempt['sent'] {
  const schema =
    format?.type === 'json_schema' ? { name: format.json_schema.name, strict: format.json_schema.strict } : {};
  return { ...rest, model: mask(rest.model), ...(format ? { response_format: { type: format.type, ...schema } } : {}) };
}

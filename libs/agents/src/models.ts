import OpenAI from 'openai';
import type { Ask, Attempt, ModelRequest } from '@moot/runner';
import { attemptOf, promptTokens, unasked } from './attempt.ts';
import { systemClock, type Clock } from './clock.ts';
import { modelNamed, type Endpoint, type Endpoints, type Named } from './endpoint.ts';
import { exchange, type Asking, type Exchanged, type Line } from './exchange.ts';
import { firstForm, nextForm, sentIn, type Form, type Sent } from './form.ts';
import { gateOf, type Gate } from './gate.ts';
import { masking, type Mask } from './secrets.ts';
import { withShortErrors } from './short-errors.ts';

/** Asks models over HTTP: `endpoint/model`, within the limits of the endpoint, one attempt a call. */
export function models(endpoints: Endpoints, options: Options = {}): Ask {
  const secrets = masking([...endpoints.values()].flatMap(secretsOf));
  const lines = new Map([...endpoints.values()].map((endpoint) => [endpoint.name, lineTo(endpoint, options)]));
  return async (request, { signal, hear = () => undefined }) => {
    const named = modelNamed(endpoints, request.model);
    const line = 'unknown' in named ? undefined : lines.get(named.endpoint.name);
    if ('unknown' in named || !line) return unasked('rejected', 'unknown' in named ? named.unknown : request.model);
    const { name, key, keyVariable, isSimulator } = named.endpoint;
    if (keyVariable !== undefined && key === undefined) {
      return unasked('rejected', `${name} needs a key: set ${keyVariable} in the environment`);
    }
    const passed = await line.gate.pass(promptTokens(request) + mostTokens(request), signal, async (settle) => {
      const attempt = await attempted({ line, named, request, secrets, signal, hear });
      settle(attempt.usage ? attempt.usage.promptTokens + attempt.usage.replyTokens : 0);
      if (attempt.retryAfter !== undefined) line.gate.pause(attempt.retryAfter);
      return attempt;
    });
    if (passed === 'full') return unasked('limited', `${name}: too many calls wait for it already`, isSimulator);
    return passed === 'stopped' ? unasked('stopped', 'stopped before it was asked', isSimulator) : passed;
  };
}

export interface Options {
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  /** How many calls may wait for one endpoint. */
  readonly mostWaiting?: number;
}

/** The key, and whatever somebody put into the address. */
function secretsOf({ key, baseUrl }: Endpoint): readonly (string | undefined)[] {
  const url = URL.parse(baseUrl);
  return [key, url?.username, url?.password, ...(url?.searchParams.values() ?? [])];
}

interface OpenLine extends Line {
  readonly gate: Gate;
  /** By model, what its requests must look like. */
  readonly learnt: Map<string, Form>;
}

interface Call {
  readonly line: OpenLine;
  readonly named: Named;
  readonly request: ModelRequest;
  readonly secrets: Mask;
  readonly signal: AbortSignal;
  readonly hear: (piece: string) => void;
}

function lineTo(endpoint: Endpoint, options: Options): OpenLine {
  const { clock = systemClock, mostWaiting = 1000 } = options;
  const client = new OpenAI({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.key ?? 'none',
    // What is given here is not looked for in the environment.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    defaultHeaders: endpoint.key === undefined ? { Authorization: null } : {},
    maxRetries: 0,
    logLevel: 'off',
    // Prompts go where the settings say, and nowhere else.
    fetchOptions: { redirect: 'manual' },
    fetch: withShortErrors(options.fetch ?? fetch),
  });
  return { endpoint, client, clock, gate: gateOf(endpoint.limits, clock, mostWaiting), learnt: new Map() };
}

/** One attempt. A request whose form is refused is sent again in the next form; what was taken is remembered. */
async function attempted({ line, named, request, secrets, signal, hear }: Call): Promise<Attempt> {
  const began = line.clock.now();
  const { mask, pieces } = secrets;
  const heard = pieces();
  const pass = (piece: string) => {
    if (piece !== '') hear(piece);
  };
  const asking = {
    messages: request.messages,
    most: mostCharacters(request),
    signal,
    hear: (piece: string) => {
      pass(heard.push(piece));
    },
  };
  const { exchanged, sent } = await inSomeForm(line, named.model, request, asking);
  pass(heard.rest());
  return attemptOf(named, request, { exchanged, sent, ms: line.clock.now() - began, mask });
}

async function inSomeForm(
  line: OpenLine,
  model: string,
  request: ModelRequest,
  asking: Omit<Asking, 'sent'>,
): Promise<{ readonly exchanged: Exchanged; readonly sent: Sent }> {
  let form = line.learnt.get(model) ?? firstForm(line.endpoint);
  for (let tries = 1; ; tries += 1) {
    const sent = sentIn(form, model, request);
    const exchanged = await exchange(line, { ...asking, sent });
    const complaint = exchanged.fault?.complaint;
    if (exchanged.hasBegun) line.learnt.set(model, form);
    const next = complaint === undefined || tries >= MOST_FORMS ? undefined : nextForm(form, sent, complaint);
    if (!next) return { exchanged, sent };
    form = next;
  }
}

const MOST_FORMS = 8;

function mostTokens({ parameters, mostTokens: most }: ModelRequest): number {
  return parameters.maxTokens ?? most;
}

// No tokenizer makes eight characters of every token.
function mostCharacters(request: ModelRequest): number {
  return Math.min(Math.max(mostTokens(request), request.mostTokens) * 8, 262_144);
}

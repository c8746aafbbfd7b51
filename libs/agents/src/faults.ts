import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { z } from 'zod';
import type { AttemptStatus } from '@moot/runner';
import type { Endpoint } from './endpoint.ts';
import { known } from './heard.ts';
import { retryAfter } from './retry-after.ts';
import type { Watch } from './watch.ts';

/** How an exchange failed. */
export interface Fault {
  readonly status: AttemptStatus;
  readonly cause: string;
  readonly retryAfter?: number;
  /** What the endpoint does not like about the request, when another form of it may do. */
  readonly complaint?: string;
  readonly requestId?: string;
}

export const STOPPED: Fault = { status: 'stopped', cause: 'stopped from outside' };

/** What an error of the SDK, of fetch or of the stream means, and what a person can do about it. */
export function faultOf(
  error: unknown,
  endpoint: Endpoint,
  at: { readonly why: ReturnType<Watch['why']>; readonly now: number },
): Fault {
  if (at.why === 'stopped') return STOPPED;
  const answer = Answer.safeParse(error);
  if (answer.success) return answered(answer.data, endpoint, at.now);
  if (at.why !== undefined) return late(at.why, endpoint);
  if (error instanceof APIConnectionTimeoutError) return late('headers', endpoint);
  if (error instanceof APIConnectionError) return unreached(error, endpoint);
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof APIError) return cut(`${endpoint.name} broke off with an error: ${words}`);
  return cut(`${endpoint.name}: the connection was cut in the middle of the reply (${codeOf(error) ?? words})`);
}

function cut(cause: string): Fault {
  return { status: 'cut', cause };
}

/** An exchange that was aborted by its watch. */
export function late(why: keyof Endpoint['timeouts'], { name, timeouts }: Endpoint): Fault {
  const within = `${timeouts[why] / 1000} s`;
  const said = {
    headers: `${name} did not begin to answer within ${within}`,
    stall: `${name} began to answer and then sent nothing for ${within}`,
    total: `${name} was not done within ${within}`,
  };
  return { status: 'timeout', cause: said[why] };
}

/** An error of the SDK that comes of a reply, as `withShortErrors` shapes it. */
const Answer = z.object({
  status: z.number(),
  headers: z.instanceof(Headers),
  error: z.object({ message: z.string(), code: z.string() }).catch({ message: '', code: '' }),
});

function answered({ status, headers, error }: z.output<typeof Answer>, endpoint: Endpoint, now: number): Fault {
  const words = error.message === '' ? '' : `: ${error.message}`;
  const said = `${endpoint.name} answered ${status}`;
  const requestId = known('requestId', headers.get('x-request-id'));
  const pause = retryAfter(headers, now);
  const refusal = lasting(status, error.code, pause);
  if (refusal !== undefined) return { ...requestId, status: 'rejected', cause: `${said}: ${refusal}${words}` };
  const common = { ...known('retryAfter', pause), ...requestId };
  if (status === 429) return { ...common, status: 'limited', cause: `${said}, too many requests${words}` };
  if (status === 408) return { ...common, status: 'timeout', cause: `${said}${words}` };
  // 409 and 425 pass, as 5xx do.
  const isPassing = status >= 500 || status === 409 || status === 425;
  if (isPassing) return { ...common, status: 'server-error', cause: `${said}${words}` };
  const complaint = status === 400 || status === 422 ? { complaint: `${error.message} ${error.code}` } : {};
  return { ...common, ...complaint, status: 'rejected', cause: `${said}${advice(status, endpoint)}${words}` };
}

/** Why it is no use to ask again soon: that is for a person to settle, and holds up nobody else. */
function lasting(status: number, code: string, pause: number | undefined): string | undefined {
  if (status === 429 && /insufficient_quota|billing/.test(code)) return 'the account has nothing left to spend';
  if (pause === undefined || pause <= LONGEST_PAUSE_MS) return undefined;
  return `it asks for a pause of ${Math.ceil(pause / 60_000)} minutes, and ${LONGEST_PAUSE_MS / 60_000} are waited at most`;
}

const LONGEST_PAUSE_MS = 10 * 60_000;

function advice(status: number, { keyVariable, name }: Endpoint): string {
  const key = keyVariable ?? (name === 'openai' ? 'OPENAI_API_KEY' : `keyVariable of ${name} in models.yaml`);
  if (status === 401) return `, it does not take the key: check ${key}`;
  if (status === 403) return `, the key may not do this: check ${key} and what its account may use`;
  if (status === 404)
    return ', it does not know the model or the address: check the name of the model and the base URL';
  if (status >= 300 && status < 400) return ', it sends requests elsewhere: check the base URL';
  if (status === 413) return ', the prompt is too long for it';
  return '';
}

function unreached(error: Error, { name, baseUrl }: Endpoint): Fault {
  const code = codeOf(error) ?? 'no connection';
  const address = baseUrl.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*/s, '');
  if (/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(code)) {
    return cut(`${name}: ${address} closed the connection before it answered (${code})`);
  }
  const advised = /^(ENOTFOUND|EAI_AGAIN)$/.test(code)
    ? 'no such host is known, check the base URL'
    : 'check that it runs and that the base URL is right';
  return { status: 'unreachable', cause: `${name} cannot be reached at ${address} (${code}): ${advised}` };
}

/** The code of the system or of fetch that lies under an error. */
function codeOf(error: unknown): string | undefined {
  for (let under: unknown = error, depth = 0; under instanceof Error && depth < 6; under = under.cause, depth += 1) {
    if ('code' in under && typeof under.code === 'string') return under.code;
  }
  return undefined;
}

import { z } from 'zod';
import type { Reply } from '@moot/protocol';
import type { ModelRequest } from '@moot/runner';
import type { Endpoint, Endpoints } from '../endpoint.ts';
import { known } from '../heard.ts';

/** A request for tests; what matters is given. */
export function request(model: string, given: Partial<ModelRequest> = {}): ModelRequest {
  const messages = [{ role: 'user' as const, content: 'Who was it?' }];
  return { model, messages, reply: { form: 'text' }, parameters: {}, mostTokens: 400, ...given };
}

export const BELIEF: Reply = {
  form: 'json',
  name: 'belief',
  schema: z.strictObject({ belief: z.number().min(1).max(99), reason: z.string() }),
};

export function endpoint(baseUrl: string, given: Partial<Endpoint> = {}): Endpoint {
  return {
    name: 'ill',
    baseUrl,
    key: 'sk-planted-secret-1234567890',
    keyVariable: 'ILL_KEY',
    isSimulator: false,
    limits: { concurrency: 8 },
    prices: {},
    structured: 'auto',
    timeouts: { headers: 30_000, stall: 20_000, total: 100_000 },
    ...given,
  };
}

/** The endpoint with a variable that holds no key, or with none at all. */
export function keyless(one: Endpoint, keyVariable?: string): Endpoint {
  const { name, baseUrl, isSimulator, limits, prices, structured, timeouts } = one;
  return { name, baseUrl, isSimulator, limits, prices, structured, timeouts, ...known('keyVariable', keyVariable) };
}

export function only(one: Endpoint): Endpoints {
  return new Map([[one.name, one]]);
}

export function never(): AbortSignal {
  return new AbortController().signal;
}

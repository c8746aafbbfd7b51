import type { z } from 'zod';
import type { Endpoint } from './endpoints.ts';
import { Fault } from './fault.ts';

/** What an endpoint is asked with: the parts of its path, search parameters, its body. */
export interface Asking<B extends z.ZodType> {
  readonly path?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: z.input<B>;
  readonly signal?: AbortSignal | undefined;
}

/** A refusal of the server, in its words. `status` 0: it could not be reached. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, { code, words }: Fault) {
    super(words);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

/** Asks an endpoint; what comes back is parsed by its schema. Throws a Refusal. */
export type Ask = <B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<B, R>,
  asking?: Asking<B>,
) => Promise<z.output<R>>;

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestOfFetch) => Promise<ReplyOfFetch>;
interface RequestOfFetch {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly credentials: 'same-origin';
  readonly body?: string;
  readonly signal?: AbortSignal;
}
interface ReplyOfFetch {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}

export function client(fetch: Fetch, base = ''): Ask {
  return async ({ method, path, reply }, { path: parts = {}, search = {}, body, signal } = {}) => {
    const response = await fetch(base + filled(path, parts) + searched(search), {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }).catch((thrown: unknown) => {
      if (signal?.aborted) throw thrown;
      throw new Refusal(0, { code: 'unreachable', words: 'The server cannot be reached.' });
    });
    const text = await response.text();
    if (!response.ok) throw new Refusal(response.status, faultIn(text, response.status));
    return reply.parse(parsed(text));
  };
}

function filled(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${path}: ${name} was not given`);
    return encodeURIComponent(part);
  });
}

function searched(search: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

function faultIn(text: string, status: number): Fault {
  const read = Fault.safeParse(parsed(text));
  return read.success ? read.data : { code: 'broken', words: `The server answered ${status}.` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

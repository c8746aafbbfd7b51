/** A server that speaks the OpenAI protocol, under the name that experiments write before the slash. */
export interface Endpoint {
  readonly name: string;
  readonly baseUrl: string;
  readonly key?: string;
  /** The environment variable that holds the key; set without a `key`, the endpoint cannot be asked yet. */
  readonly keyVariable?: string;
  readonly isSimulator: boolean;
  readonly limits: Limits;
  /** By model. */
  readonly prices: Readonly<Record<string, Price>>;
  readonly structured: Structured;
  readonly timeouts: Timeouts;
}

/** `auto` begins with `json_schema` and learns what the endpoint takes. */
export type Structured = 'auto' | 'json_schema' | 'json_object' | 'none';

export interface Limits {
  readonly concurrency: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
}

/** US dollars per million tokens. */
export interface Price {
  readonly inputPerMillion: number;
  readonly outputPerMillion: number;
}

/** In ms: until the reply begins, between two pieces of it, for all of it. */
export interface Timeouts {
  readonly headers: number;
  readonly stall: number;
  readonly total: number;
}

export type Endpoints = ReadonlyMap<string, Endpoint>;

/** The endpoint and model that `endpoint/model` stands for. The model may have slashes and a `?a=b` of its own. */
export function modelNamed(endpoints: Endpoints, name: string): Named | { readonly unknown: string } {
  const slash = name.indexOf('/');
  const endpoint = endpoints.get(name.slice(0, slash));
  const model = name.slice(slash + 1);
  if (slash > 0 && endpoint && model.trim() !== '') return { endpoint, model };
  const known = [...endpoints.keys()].join(', ');
  return { unknown: `${name}: write a model as endpoint/model; the endpoints known here are ${known}` };
}

export interface Named {
  readonly endpoint: Endpoint;
  readonly model: string;
}

/** The price of a model; parameters after a question mark do not change it. */
export function priceOf({ endpoint, model }: Named): Price | undefined {
  if (endpoint.isSimulator) return { inputPerMillion: 0, outputPerMillion: 0 };
  const prices = new Map(Object.entries(endpoint.prices));
  return prices.get(model) ?? prices.get(model.replace(/\?.*$/s, ''));
}

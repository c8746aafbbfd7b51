import type { ZodType } from 'zod';

/** One message of a prompt, as chat endpoints take it. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/**
 * What form a reply takes. Of a text, what stands outside `<thinking>` is what is said, in `text` unless `read` makes
 * something else of it; of JSON, what the schema makes of the one object in it.
 */
export type Reply =
  | { readonly form: 'text'; readonly read?: (text: string) => object }
  | { readonly form: 'json'; readonly name: string; readonly schema: ZodType<object> };

/** What a model is asked in one turn, and how its answer is to be read. */
export interface Prompt {
  readonly messages: readonly Message[];
  readonly reply: Reply;
  /** The largest reply that is of use, in tokens: an upper bound for the endpoint, generous beside the rules' own limits. */
  readonly mostTokens: number;
}

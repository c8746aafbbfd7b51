import type { ZodType } from 'zod';

/** One message of a prompt, as chat endpoints take it. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/**
 * What form a reply takes. Of a text, what stands outside `<thinking>` is what is said, in `text` unless `read` makes
 * something else of it; of JSON, what the schema makes of the one object in it; of a number, what the schema makes of the
 * probability of each, as the log-probabilities of the reply give it.
 */
export type Reply =
  | { readonly form: 'text'; readonly read?: (text: string) => object }
  | { readonly form: 'json'; readonly name: string; readonly schema: ZodType<object> }
  | {
      readonly form: 'number';
      readonly name: string;
      readonly numbers: readonly string[];
      readonly schema: ZodType<object>;
    };

/** How a belief is asked for, where there is a choice: in which order the options are listed, and stated or as one number. */
export interface How {
  readonly listed?: 'frozen' | 'reversed';
  readonly answer?: 'stated' | 'number';
}

/** What a model is asked in one turn, and how its answer is to be read. */
export interface Prompt {
  readonly messages: readonly Message[];
  readonly reply: Reply;
  /** The largest reply that is of use, in tokens: an upper bound for the endpoint, generous beside the rules' own limits. */
  readonly mostTokens: number;
}

/**
 * Who takes the turns of a seat. `participant` is the pseudonym under which a person, or a simulated one, appears in the
 * results; `slot` is the place in the plan that a person is yet to be invited to.
 */
export type Sitter =
  | { readonly kind: 'person'; readonly participant?: string; readonly slot?: number }
  | ModelSitter
  | { readonly kind: 'script'; readonly script: string };

/** A model in a seat: how it judges, how it drafts, and which model checks whether it argues for its side. */
export interface ModelSitter extends Manner {
  readonly kind: 'model';
  readonly model: string;
  readonly parameters?: Parameters;
  readonly participant?: string;
}

/** What a seat says of its model beside the model itself and its parameters. */
export interface Manner {
  /** How a belief is read: as it is stated, or from the log-probabilities of an answer of one number. */
  readonly reading?: 'stated' | 'logprobs';
  /** Whether a belief is asked for once, or in both orders of the options and averaged. */
  readonly orders?: 'one' | 'both';
  /** How many candidates are drawn for a speech; the one that `preference` rates highest is spoken. */
  readonly bestOf?: number;
  readonly preference?: string;
  /** How many critiques `critic` writes of a draft; it is rewritten by the one that `preference` finds most helpful. */
  readonly critiques?: number;
  readonly critic?: string;
  /** The model that is asked whether a speech argues for its side where no rule can tell. */
  readonly checkedBy?: string;
}

/** Sampling parameters; what is left out is the endpoint's default. */
export interface Parameters {
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly maxTokens?: number;
}

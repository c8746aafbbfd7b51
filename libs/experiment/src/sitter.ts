/**
 * Who takes the turns of a seat. `participant` is the pseudonym under which a person, or a simulated one, appears in the
 * results; `slot` is the place in the plan that a person is yet to be invited to.
 */
export type Sitter =
  | { readonly kind: 'person'; readonly participant?: string; readonly slot?: number }
  | { readonly kind: 'model'; readonly model: string; readonly parameters?: Parameters; readonly participant?: string }
  | { readonly kind: 'script'; readonly script: string };

/** Sampling parameters; what is left out is the endpoint's default. */
export interface Parameters {
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly maxTokens?: number;
}

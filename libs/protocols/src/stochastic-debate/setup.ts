import { turnShape, Verdict } from '@moot/protocol';
import { z } from 'zod';

const probability = z.number().min(0).max(1);

/**
 * The oracle: the probability that the next bit is 1, given the bits so far. `window`: by the last `memory` bits, read as
 * a binary number, bits not yet there being 0. `majority`: `coin` at every step but the last, and there `sharp` if more
 * than half of the bits so far are 1, else 1 − `sharp`.
 */
const Oracle = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('window'),
    memory: z.int().min(1).max(10),
    probabilities: z.array(probability).readonly(),
  }),
  z.strictObject({ kind: z.literal('majority'), coin: probability, sharp: probability }),
]);
export type Oracle = z.output<typeof Oracle>;

/** What a researcher chooses of a doubly-efficient stochastic debate. */
export const Options = z
  .strictObject({
    steps: z.int().min(1).max(100_000),
    oracle: Oracle,
    /** How far an honest claim may lie from the oracle, and how far a claim may lie before it must be caught. */
    completeness: probability,
    soundness: probability,
    /** The probability with which an estimate may be further off than half their difference. */
    risk: z.number().gt(0).max(1),
  })
  .refine(({ completeness, soundness }) => completeness < soundness, {
    path: ['soundness'],
    error: 'the soundness error must be larger than the completeness error',
  })
  .refine(({ oracle }) => oracle.kind !== 'window' || oracle.probabilities.length === 2 ** oracle.memory, {
    path: ['oracle', 'probabilities'],
    error: 'give one probability for each state of the window: 2 to the power of its memory',
  });

export const Setup = z.strictObject({ question: z.string(), ...Options.shape, seed: z.int() });
export type StochasticSetup = Readonly<z.output<typeof Setup>>;

const Claim = z.object({ ...turnShape, kind: z.literal('claim'), p: probability }).readonly();
const Response = z.object({ ...turnShape, kind: z.literal('respond'), accept: z.boolean() }).readonly();

/** Alice claims p, Bob accepts or rejects it, the verifier gives a verdict: [probability of 0, probability of 1]. */
export const moves = { claim: Claim, respond: Response, verdict: Verdict };
export type StochasticMove =
  | z.output<typeof Claim>
  /** With the bit that was drawn, if the claim was accepted. */
  | (z.output<typeof Response> & { readonly bit?: 0 | 1 })
  | Verdict;

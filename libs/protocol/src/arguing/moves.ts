import { z } from 'zod';
import { Belief, turnShape, Verdict } from '../panel.ts';
import type { Turn } from '../protocol.ts';
import type { CheckedQuote } from '../quotes.ts';

/** What a judge may do between rounds. */
const CHOICES = ['ask', 'continue', 'end'] as const;
export type Choice = (typeof CHOICES)[number];

const spoken = {
  ...turnShape,
  text: z.string(),
  /** What is said gives up its side, and ends what is argued about. */
  concedes: z.literal(true).exactOptional(),
  /** Where a critic may agree: whether it does. */
  stance: z.enum(['agree', 'disagree']).exactOptional(),
};
const Speech = z.object({ ...spoken, kind: z.literal('speech') }).readonly();
const Reply = z.object({ ...spoken, kind: z.literal('reply') }).readonly();
const Ask = z.object({ ...spoken, kind: z.literal('ask') }).readonly();
const Concession = z.object({ ...turnShape, kind: z.literal('concede'), text: z.string() }).readonly();
/** A speaker picks the option that it argues for, by its stored number. */
const Pick = z.object({ ...turnShape, kind: z.literal('choose'), option: z.int().min(0) }).readonly();
const Negotiation = z.object({ ...turnShape, kind: z.literal('negotiate'), end: z.boolean() }).readonly();
const answering = { ...turnShape, kind: z.literal('respond'), choices: z.array(z.enum(CHOICES)).readonly() };
const Response = z.discriminatedUnion('choice', [
  z.object({ ...answering, choice: z.enum(['continue', 'end']) }).readonly(),
  z.object({ ...answering, choice: z.literal('ask'), to: z.array(z.string()).readonly(), text: z.string() }).readonly(),
]);

/** What the rules add to a text: its checked quotes, and that it was cut at its limit. */
interface Checked {
  readonly quotes?: readonly CheckedQuote[];
  readonly isCut?: true;
}

/** The shape of each kind of move where seats argue. */
export const moves = {
  speech: Speech,
  reply: Reply,
  ask: Ask,
  concede: Concession,
  choose: Pick,
  negotiate: Negotiation,
  respond: Response,
  belief: Belief,
  verdict: Verdict,
};
export type ArguingMove =
  | (z.output<typeof Speech | typeof Reply | typeof Ask> & Checked)
  | (z.output<typeof Concession> & Checked)
  /** The rules add who argues for what from here on. */
  | (z.output<typeof Pick> & { readonly sides?: Readonly<Record<string, number>> })
  | z.output<typeof Negotiation>
  | z.output<typeof Response>
  | Belief
  | Verdict;

/** A judge's `respond` comes with what may be chosen. */
export type ArguingTurn = Turn & { readonly choices?: readonly Choice[] };

/** Turns that are open together. */
export type Stage = readonly Omit<ArguingTurn, 'version'>[];

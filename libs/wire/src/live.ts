import { z } from 'zod';
import { OpenTurn, SeenMove, TurnName } from './turn.ts';

const id = z.string().regex(/^[\w-]{1,100}$/);

/** A required turn of another seat. `speaking`: its words can be followed. `failed`: it waits for the researcher. */
export const Awaited = z.object({
  ...TurnName.shape,
  state: z.enum(['waiting', 'speaking', 'sealed', 'failed']),
});
export type Awaited = z.output<typeof Awaited>;

/** What has been said so far in a turn that is being taken. `beside` is what else of the move is known: checked quotes. */
export const Speaking = z.object({ turn: TurnName, text: z.string(), beside: z.record(z.string(), z.unknown()) });
export type Speaking = z.output<typeof Speaking>;

/**
 * A run as one audience may see it when `seq` moves have been made. Whole when `since` is 0, else what has changed since
 * then: `order` names all moves that are seen now, `moves` has those that the receiver does not have yet.
 */
export const RunState = z.object({
  run: z.string(),
  since: z.int().min(0),
  seq: z.int().min(0),
  /** The seat from which it is seen; researchers, who see everything, have none. */
  seat: z.string().nullable(),
  seats: z.array(z.object({ seat: z.string(), role: z.string() })),
  brief: z.record(z.string(), z.unknown()),
  order: z.array(z.string()),
  moves: z.array(SeenMove),
  open: z.array(OpenTurn),
  awaited: z.array(Awaited),
  speaking: z.array(Speaking),
  isOver: z.boolean(),
});
export type RunState = z.output<typeof RunState>;

/** Words that were added to what is being said in a turn, from the character `from` on. */
export const Delta = z.object({
  run: z.string(),
  turn: TurnName,
  from: z.int().min(0),
  text: z.string(),
  beside: z.record(z.string(), z.unknown()).optional(),
});
export type Delta = z.output<typeof Delta>;

/** What was said in a turn so far does not count; the model is asked again, or the turn has failed. */
export const Withdrawn = z.object({ run: z.string(), turn: TurnName });
export type Withdrawn = z.output<typeof Withdrawn>;

/** Asks for a run from where one is: `since` moves are known, 0 for nothing. The place looked from is the server's to say. */
export const Follow = z.object({ run: id, since: z.int().min(0) });
export type Follow = z.output<typeof Follow>;

export const Unfollow = z.object({ run: id });

export const Followed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), state: RunState }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);
export type Followed = z.output<typeof Followed>;

/** Who connects: a judge by an invitation, or somebody who is signed in. What they may see follows from their cookie. */
export const Handshake = z.discriminatedUnion('as', [
  z.object({ as: z.literal('judge'), invitation: id }),
  z.object({ as: z.literal('account') }),
]);
export type Handshake = z.output<typeof Handshake>;

/** What the server says by itself. `behind`: the receiver was too slow, and is to ask again from where it is. */
export const Events = { state: RunState, delta: Delta, withdrawn: Withdrawn, behind: z.object({}) } as const;
export type Events = { readonly [K in keyof typeof Events]: z.output<(typeof Events)[K]> };

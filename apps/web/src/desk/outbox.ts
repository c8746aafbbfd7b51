import { Submit, turnKey, type TurnName } from '@moot/wire';
import { z } from 'zod';
import type { Saved } from '@moot/ui';

/** What was submitted here and is not known to be with the server: sent again, under the same key, until it is. */
export const Outgoing = z.object({ run: z.string(), submit: Submit });
export type Outgoing = z.output<typeof Outgoing>;

/** What is waiting to be sent, and how sending it goes. */
export interface Outbox {
  readonly waiting: readonly Outgoing[];
  readonly sending: 'idle' | 'sending' | 'slow' | 'failed';
  /** When the server last had something, by its clock. */
  readonly savedAt: string | undefined;
}

/** How saving stands, in words' terms. What is quick is not spoken of. */
export function savedState({ waiting, sending, savedAt }: Outbox): Saved {
  const isShort = sending === 'sending' || sending === 'idle';
  if (waiting.length > 0 && sending === 'failed')
    return { kind: 'unsent', what: waiting.map(({ submit }) => noun(submit.turn)) };
  if (waiting.length > 0 && !isShort) return { kind: 'saving' };
  return savedAt === undefined ? { kind: 'nothing' } : { kind: 'saved', at: savedAt };
}

/** What waits with one more. A turn is submitted once: what is given again takes the place of what was not sent. */
export function withOne(waiting: readonly Outgoing[], one: Outgoing): readonly Outgoing[] {
  const isSame = (each: Outgoing) => each.run === one.run && turnKey(each.submit.turn) === turnKey(one.submit.turn);
  return [...waiting.filter((each) => !isSame(each)), one];
}

export function without(waiting: readonly Outgoing[], key: string): readonly Outgoing[] {
  return waiting.filter(({ submit }) => submit.key !== key);
}

/** Whether a refusal is worth another try with the same words: the server was not reached, or broke, or was busy. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** What a turn's move is called, where it is counted. */
export function noun({ kind }: Pick<TurnName, 'kind'>): string {
  return NOUNS.find((each) => each === kind) ?? 'answer';
}

const NOUNS: readonly string[] = ['belief', 'verdict', 'speech', 'claim'];

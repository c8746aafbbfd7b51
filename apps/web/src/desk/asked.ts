import type { OpenTurn, TurnName } from '@moot/wire';
import type { Asks } from './drafts.ts';

/** What a turn asks for, of whatever protocol. */
export function asked(turn: OpenTurn): Asks {
  const { choices } = turn;
  const known = Array.isArray(choices) ? choices.filter((each) => typeof each === 'string') : undefined;
  return { ...nameOf(turn), choices: known };
}

/** The name of a turn alone. */
export function nameOf({ seat, kind, at, version }: TurnName): TurnName {
  return { seat, kind, at, version };
}

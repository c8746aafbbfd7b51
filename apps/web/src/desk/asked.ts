import type { OpenTurn, RunState, TurnName } from '@moot/wire';
import type { Asks, Draft } from './drafts.ts';
import { askedIn, fieldsOf } from './fields.ts';

/** What a turn asks for, of whatever protocol, after what has been filled in so far. */
export function asked(
  turn: OpenTurn,
  state: Pick<RunState, 'seat' | 'seats'>,
  { filled }: Pick<Draft, 'filled'>,
): Asks {
  const [only, second] = askedIn(state);
  const isSettled = only !== undefined && second === undefined;
  return {
    ...nameOf(turn),
    fields: fieldsOf(turn, filled),
    length: turn.form?.length,
    // Where only one can be asked there is nothing to choose.
    settled: isSettled ? { to: [only] } : {},
  };
}

/** The name of a turn alone. */
export function nameOf({ seat, kind, at, version }: TurnName): TurnName {
  return { seat, kind, at, version };
}

import { turnKey, type Limit, type TurnName } from '@moot/wire';
import { useEffect, useRef } from 'react';

interface Ending {
  readonly limit: Limit | null;
  /** The turn that is on the page. */
  readonly turn: TurnName | undefined;
  /** How far the server's clock is ahead. */
  readonly offset: number;
}

/** Does something once when the time for a turn ends, with what there is by then; not when that was long ago. */
export function useEnd({ limit, turn, offset }: Ending, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  const isOfTurn = limit !== null && turn !== undefined && turnKey(limit.turn) === turnKey(turn);
  const dueAt = isOfTurn ? limit.dueAt : null;
  useEffect(() => {
    if (dueAt === null) return;
    const left = Date.parse(dueAt) - (Date.now() + offset);
    if (left < -LATEST_MS) return;
    const timer = setTimeout(() => latest.current(), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [dueAt, offset]);
}

/** What is sent later would not arrive in time. */
const LATEST_MS = 4_000;

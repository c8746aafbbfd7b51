import type { RunState } from '@moot/wire';

/** Whether the own seat is one that speaks: whoever is no judge never gives a belief. */
export function isSpeaker({ seat, seats }: Pick<RunState, 'seat' | 'seats'>): boolean {
  return seats.some((each) => each.seat === seat && each.role !== 'judge');
}

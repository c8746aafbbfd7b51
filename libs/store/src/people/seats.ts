import type { Plan, Sitter } from '@moot/experiment';
import { randomFrom, shuffled } from '@moot/protocol';

/** A seat that a person takes, and the place of the plan that it belongs to. */
export interface PersonSeat {
  readonly runId: string;
  readonly seat: string;
  readonly slot: number;
  /** Where the run stands in the queue of whoever has the place. */
  readonly position: number;
}

export function hasPeople(seats: Readonly<Record<string, Sitter>>): boolean {
  return Object.values(seats).some(({ kind }) => kind === 'person');
}

/** All seats of a plan that people take. Each place has its runs in an order of its own, drawn by the seed, so that no arm comes first. */
export function personSeats({ runs, seed }: Plan): readonly PersonSeat[] {
  const bySlot = new Map<number, Omit<PersonSeat, 'position'>[]>();
  for (const seat of runs.flatMap(seatsOf)) bySlot.set(seat.slot, [...(bySlot.get(seat.slot) ?? []), seat]);
  return [...bySlot].flatMap(([slot, seats]) =>
    shuffled(seats, randomFrom(seed, 'queue', String(slot))).map((seat, position) => ({ ...seat, position })),
  );
}

function seatsOf({ id, seats }: Plan['runs'][number]): readonly Omit<PersonSeat, 'position'>[] {
  return Object.entries(seats).flatMap(([seat, sitter]) =>
    sitter.kind === 'person' && sitter.slot !== undefined ? [{ runId: id, seat, slot: sitter.slot }] : [],
  );
}

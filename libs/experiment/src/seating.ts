import { isJudge, type Seat } from '@moot/protocol';
import type { Arm } from './file.ts';
import { entryOf, parametersOf, playerOf, simulated, standIn } from './seats.ts';
import type { Sitter } from './sitter.ts';

type Seated = Pick<Arm, 'seats'>;

/** What decides who sits for people. */
export interface Seating {
  readonly people: 'people' | 'simulated';
  readonly slots: readonly number[];
  readonly experiment: string;
}

/** Who sits in each seat of a run. */
export function seatsOf(arm: Seated, seats: readonly Seat[], seating: Seating): Readonly<Record<string, Sitter>> {
  const ofPeople = peopleSeats(arm, seats);
  const sitters = seats.map((seat) => {
    const slot = ofPeople.findIndex((each) => each.seat === seat.seat);
    return [seat.seat, slot < 0 ? machine(arm, seat) : person(seat, seating, seating.slots[slot] ?? 0)] as const;
  });
  return Object.fromEntries(sitters);
}

function person({ role }: Seat, { people, experiment }: Seating, slot: number): Sitter {
  if (people === 'people') return { kind: 'person', slot };
  return {
    kind: 'model',
    model: simulated(standIn(role), { seed: slot + 1 }),
    participant: `${experiment}/sim-${slot + 1}`,
  };
}

function machine(arm: Seated, seat: Seat): Sitter {
  const entry = entryOf(arm, seat);
  if (entry === undefined) throw new Error(`nobody sits in seat ${seat.seat}`);
  if (typeof entry !== 'string')
    return { kind: 'model', model: simulated(entry.model, playerOf(entry)), parameters: parametersOf(entry) };
  return entry.startsWith('script/')
    ? { kind: 'script', script: entry.slice('script/'.length) }
    : { kind: 'model', model: entry };
}

/** The seats that people take, judges first. */
export function peopleSeats(arm: Seated, seats: readonly Seat[]): readonly Seat[] {
  const own = seats.filter((seat) => entryOf(arm, seat) === 'people');
  return [...own.filter(({ seat }) => isJudge(seat)), ...own.filter(({ seat }) => !isJudge(seat))];
}

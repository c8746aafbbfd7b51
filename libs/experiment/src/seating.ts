import { isJudge, type Listed, type Seat } from '@moot/protocol';
import type { Arm } from './file.ts';
import { entryOf, mannerOf, parametersOf, playerOf, simulated, standIn } from './seats.ts';
import type { Sitter } from './sitter.ts';

/** What decides who sits for people. */
export interface Seating {
  readonly people: 'people' | 'simulated';
  readonly slots: readonly number[];
  readonly experiment: string;
}

/** Who sits in each seat of a run. */
export function seatsOf(arm: Arm, listed: Listed, seating: Seating): Readonly<Record<string, Sitter>> {
  const ofPeople = peopleSeats(arm, listed);
  const sitters = listed.seats(arm.setup).map((seat) => {
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

function machine(arm: Arm, seat: Seat): Sitter {
  const entry = entryOf(arm, seat);
  if (entry === undefined) throw new Error(`nobody sits in seat ${seat.seat}`);
  if (typeof entry !== 'string')
    return {
      kind: 'model',
      model: simulated(entry.model, playerOf(entry)),
      parameters: parametersOf(entry),
      ...mannerOf(entry),
    };
  return entry.startsWith('script/')
    ? { kind: 'script', script: entry.slice('script/'.length) }
    : { kind: 'model', model: entry };
}

/** The seats that people take, judges first. */
export function peopleSeats(arm: Arm, listed: Listed): readonly Seat[] {
  const seats = listed.seats(arm.setup).filter((seat) => entryOf(arm, seat) === 'people');
  return [...seats.filter(({ seat }) => isJudge(seat)), ...seats.filter(({ seat }) => !isJudge(seat))];
}

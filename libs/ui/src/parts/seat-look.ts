import { isJudge } from '@moot/protocol';

/** How a seat is told apart: by letter, shape and colour, never by one of them alone. */
export interface SeatLook {
  readonly className: string;
  readonly letter: string;
  /** For those who cannot see it. */
  readonly label: string;
  /** Where its speeches have their rule: seats that answer each other have theirs on different sides. */
  readonly speech: 'speech' | 'speech is-b' | 'speech is-neutral';
}

export function seatLook(seat: string): SeatLook {
  const label = seatName(seat);
  if (seat === 'A') return { className: 'is-a', letter: 'A', label, speech: 'speech' };
  if (seat === 'B') return { className: 'is-b', letter: 'B', label, speech: 'speech is-b' };
  if (seat === 'proposer') return { className: 'is-a is-proposer', letter: 'P', label, speech: 'speech' };
  if (seat === 'critic') return { className: 'is-b is-critic', letter: 'C', label, speech: 'speech is-b' };
  if (seat === 'consultant') return { className: 'is-consultant', letter: 'C', label, speech: 'speech is-neutral' };
  const number = /\d+$/.exec(seat)?.[0] ?? '';
  const letter = seat.trim().charAt(0).toUpperCase() + number;
  return { className: isJudge(seat) ? 'is-judge' : 'is-neutral', letter, label, speech: 'speech is-neutral' };
}

/** A seat as it is spoken of at the beginning of a sentence. */
export function seatName(seat: string): string {
  const name = seatInText(seat);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A seat as it is spoken of within a sentence. */
export function seatInText(seat: string): string {
  return NAMED_BY_ROLE.includes(seat) ? `the ${seat}` : seat;
}

/** Several seats in one breath. */
export function seatsInText(seats: readonly string[]): string {
  const names = seats.map(seatInText);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const NAMED_BY_ROLE: readonly string[] = ['judge', 'consultant', 'proposer', 'critic'];

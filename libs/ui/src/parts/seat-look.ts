import { isJudge } from '@moot/protocol';

/** How a seat is told apart: by letter, shape and colour, never by one of them alone. */
export interface SeatLook {
  readonly className: string;
  readonly letter: string;
  /** For those who cannot see it. */
  readonly label: string;
}

export function seatLook(seat: string): SeatLook {
  if (seat === 'A') return { className: 'is-a', letter: 'A', label: 'A' };
  if (seat === 'B') return { className: 'is-b', letter: 'B', label: 'B' };
  const number = /\d+$/.exec(seat)?.[0] ?? '';
  const letter = seat.trim().charAt(0).toUpperCase() + number;
  return { className: isJudge(seat) ? 'is-judge' : 'is-neutral', letter, label: seatName(seat) };
}

/** A seat as it is spoken of. */
export function seatName(seat: string): string {
  if (seat === 'judge') return 'The judge';
  return seat.charAt(0).toUpperCase() + seat.slice(1);
}

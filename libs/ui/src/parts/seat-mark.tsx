import { seatLook } from './seat-look.ts';

/** The mark of a seat. */
export function SeatMark({ seat, size = 'small' }: { readonly seat: string; readonly size?: 'small' | 'large' }) {
  const { className, letter, label } = seatLook(seat);
  return (
    <span className={`seat ${className}${size === 'large' ? ' is-large' : ''}`} role="img" aria-label={label}>
      <span aria-hidden>{letter}</span>
    </span>
  );
}

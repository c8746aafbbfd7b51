import { seatLook } from '../parts/seat-look.ts';
import { number } from '../transcript/counts.ts';
import { markOf } from './quote-words.ts';
import type { PlacedQuote } from './source-order.ts';

/** Whether the quotes of a seat stand above the line. */
export function standsAbove(seat: string): boolean {
  return seatLook(seat).className.startsWith('is-a');
}

/** Where in the source the quotes stand: the first of two sides above the line, everybody else below. A ring is not word for word. */
export function SourceRuler({ quotes, length }: { readonly quotes: readonly PlacedQuote[]; readonly length: number }) {
  const placed = quotes.flatMap(({ key, seat, quote, at }) =>
    at === undefined
      ? []
      : [{ key, seat, isWhole: markOf(quote).look === 'quiet', x: 8 + (at / Math.max(1, length)) * 240 }],
  );
  return (
    <svg viewBox="0 0 256 46" role="img" aria-label={`Where in the source ${number(placed.length)} quotes stand`}>
      <path d="M8 23H248" stroke="var(--line-strong)" />
      {placed.map(({ key, seat, isWhole, x }) => {
        const isAbove = standsAbove(seat);
        const isB = seatLook(seat).className.startsWith('is-b');
        const [colour, from, to] = isAbove
          ? ['var(--seat-a)', 22, 8]
          : [isB ? 'var(--seat-b)' : 'var(--ink-2)', 24, 38];
        return (
          <g key={key}>
            <path d={`M${x} ${from}V${to}`} stroke={colour} strokeWidth={2.2} />
            {!isWhole && <circle cx={x} cy={isAbove ? 5 : 41} r={2.6} fill="none" stroke={colour} strokeWidth={1.6} />}
          </g>
        );
      })}
    </svg>
  );
}

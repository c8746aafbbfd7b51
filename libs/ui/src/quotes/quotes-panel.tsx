import { useState } from 'react';
import { seatName, seatsInText } from '../parts/seat-look.ts';
import { SeatMark } from '../parts/seat-mark.tsx';
import { SafeText } from '../text/safe-text.tsx';
import { briefOf } from '../transcript/brief.ts';
import type { Shown } from '../transcript/rounds.ts';
import { markOf, quoted } from './quote-words.ts';
import { inSourceOrder, placeWords, type PlacedQuote } from './source-order.ts';
import { SourceRuler, standsAbove } from './source-ruler.tsx';

const FEW = 5;

/** All quotes of a run in the order of the source. Nothing where nobody has quoted. */
export function QuotesPanel({ shown }: { readonly shown: Shown }) {
  const [count, show] = useState(FEW);
  const quotes = inSourceOrder(shown);
  const { source } = briefOf(shown.brief);
  if (quotes.length === 0) return null;
  const furthest = Math.max(...quotes.map(({ quote }) => ('at' in quote ? quote.at.end : 0)));
  return (
    <section aria-label="Quotes in source order" id="quotes" tabIndex={-1}>
      <div className="between">
        <h3>Quotes in source order</h3>
        <span className="aside">{quotes.length}</span>
      </div>
      <div className="ruler">
        <SourceRuler quotes={quotes} length={source?.length ?? furthest} />
        <div className="between aside">
          <span>beginning</span>
          <span>{source === undefined ? 'furthest quote' : 'end'}</span>
        </div>
      </div>
      <p className="aside ruler-key">{ruleWords(quotes.map(({ seat }) => seat))}</p>
      <ul className="quotes">
        {quotes.slice(0, count).map((placed) => (
          <Placed key={placed.key} placed={placed} source={source} />
        ))}
      </ul>
      {quotes.length > count && (
        <button type="button" className="btn is-plain is-small is-flush" onClick={() => show(quotes.length)}>
          Show all {quotes.length}
        </button>
      )}
    </section>
  );
}

/** How the ruler is read, by who has quoted. */
function ruleWords(seats: readonly string[]): string {
  const all = [...new Set(seats)].sort();
  const [above, below] = [all.filter(standsAbove), all.filter((seat) => !standsAbove(seat))];
  const where = [
    ...(above.length > 0 ? [`${seatsInText(above)} above the line`] : []),
    ...(below.length > 0 ? [`${seatsInText(below)} below${above.length > 0 ? '' : ' the line'}`] : []),
  ];
  return `${seatName(where.join(', '))}; a ring is not word for word.`;
}

function Placed({ placed, source }: { readonly placed: PlacedQuote; readonly source: string | undefined }) {
  const { seat, quote } = placed;
  return (
    <li>
      <SeatMark seat={seat} />
      <span>
        <SafeText text={quoted(quote.text)} />
      </span>
      <span className="aside" title={markOf(quote).title}>
        {[markOf(quote).words, placeWords(placed, source)].filter((part) => part !== '').join(', ')}
      </span>
    </li>
  );
}

import { SeatMark } from './seat-mark.tsx';
import { seatsInText } from './seat-look.ts';
import { SafeText } from '../text/safe-text.tsx';

/** The possible answers, in the order in which they are listed, each with who argues for it. */
export function OptionList({ options }: { readonly options: readonly ListedOption[] }) {
  return (
    <div className="options">
      {options.map(({ text, seats, note }, i) => (
        <div className="option" key={i}>
          {seats[0] === undefined ? <span className="option-mark" /> : <SeatMark seat={seats[0]} />}
          <p>
            <SafeText text={text} />
          </p>
          {seats.length > 0 && <span className="aside">argued by {seatsInText(seats)}</span>}
          {note !== undefined && <span className="aside">{note}</span>}
        </div>
      ))}
    </div>
  );
}

export interface ListedOption {
  readonly text: string;
  /** Who argues for it, if anybody. */
  readonly seats: readonly string[];
  /** What is to be said of it where nobody does. */
  readonly note?: string;
}

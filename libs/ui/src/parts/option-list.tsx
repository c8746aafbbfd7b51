import { SeatMark } from './seat-mark.tsx';
import { SafeText } from '../text/safe-text.tsx';

/** The possible answers, in the order in which they are listed, each with who argues for it. */
export function OptionList({ options }: { readonly options: readonly ListedOption[] }) {
  return (
    <div className="options">
      {options.map(({ text, seats }, i) => (
        <div className="option" key={i}>
          {seats[0] === undefined ? <span className="option-mark" /> : <SeatMark seat={seats[0]} />}
          <p>
            <SafeText text={text} />
          </p>
          {seats.length > 0 && <span className="aside">argued by {seats.join(' and ')}</span>}
        </div>
      ))}
    </div>
  );
}

export interface ListedOption {
  readonly text: string;
  /** Who argues for it, if anybody. */
  readonly seats: readonly string[];
}

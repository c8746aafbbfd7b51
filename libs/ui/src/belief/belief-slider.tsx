import { seatLook } from '../parts/seat-look.ts';
import { SeatMark } from '../parts/seat-mark.tsx';
import { seatsFor, type Brief } from '../transcript/brief.ts';
import { SafeText } from '../text/safe-text.tsx';
import { echoWords, percent } from './echo.ts';
import { ghostsOf } from './ghosts.ts';
import { beliefOf, between, pointsOf } from './points.ts';
import { SharedBelief } from './shared-belief.tsx';
import { Slider } from './slider.tsx';

export interface BeliefSliderProps {
  readonly brief: Brief;
  /** In stored order; nothing until it is touched. */
  readonly belief: readonly number[] | undefined;
  readonly earlier: readonly EarlierBelief[];
  readonly state: 'open' | 'closed';
  readonly onBelief: (belief: readonly number[]) => void;
}

/** A belief given before, and after what: '1' for the first round. */
export interface EarlierBelief {
  readonly label: string;
  readonly belief: readonly number[];
}

/** Where a belief is set: the answers at both ends, in the order of the choices; for more than two, a slider for each. */
export function BeliefSlider(props: BeliefSliderProps) {
  return props.brief.options.length === 2 ? <TwoEnds {...props} /> : <SharedBelief {...props} />;
}

const RANGE = { min: 1, max: 99, start: 50 };

function TwoEnds({ brief, belief, earlier, state, onBelief }: BeliefSliderProps) {
  const { choices, options } = brief;
  const right = (each: readonly number[]) => pointsOf(each, choices)[1] ?? 50;
  return (
    <div className="belief">
      <div className="ends">
        {choices.map((option, i) => (
          <Side key={option} brief={brief} option={option} number={i + 1} />
        ))}
      </div>
      <Slider
        className={`slider ${directionOf(brief)}`}
        label="Your belief"
        words={belief ? echoWords({ belief, options, choices }) : 'not set'}
        range={RANGE}
        value={belief && right(belief)}
        state={state}
        onSlide={(value) => onBelief(beliefOf(between(value), choices))}
      >
        <Ticks />
        {ghostsOf(earlier, right).map(({ key, at, label }) => (
          <span key={key} className="ghost" style={{ left: `${at}%` }} aria-hidden>
            {label !== undefined && <span>{label}</span>}
          </span>
        ))}
      </Slider>
    </div>
  );
}

interface SideProps {
  readonly brief: Brief;
  readonly option: number;
  readonly number: number;
}

/** One end: who argues for it and the key that chooses it, then its own words. Where nobody argues, the key is its mark. */
function Side({ brief, option, number }: SideProps) {
  const seat = seatsFor(brief.sides, option)[0];
  return (
    <div className="end">
      <span className="end-marks">
        {seat !== undefined && <SeatMark seat={seat} />}
        <kbd className={seat === undefined ? undefined : 'wide-only'}>{number}</kbd>
      </span>
      <span>
        <SafeText text={brief.options[option] ?? ''} />
      </span>
    </div>
  );
}

function Ticks() {
  return (
    <span aria-hidden>
      <span className="tick is-first">
        <span>{percent(99)}</span>
      </span>
      <span className="tick is-quarter" />
      <span className="tick is-middle">
        <span>50 : 50</span>
      </span>
      <span className="tick is-three-quarters" />
      <span className="tick is-last">
        <span>{percent(99)}</span>
      </span>
    </span>
  );
}

/** The colours of the track: the seat at each end, or none where one end is nobody's. */
function directionOf({ choices, sides }: Brief): string {
  const [left, right] = choices.map((option) => {
    const seat = seatsFor(sides, option)[0];
    return seat === undefined ? undefined : seatLook(seat).className.slice(0, 4);
  });
  if (left === 'is-a' && right === 'is-b') return '';
  return left === 'is-b' && right === 'is-a' ? 'is-turned' : 'is-neutral';
}

import { safe } from '../text/safe.ts';
import { percent } from './echo.ts';
import { beliefOf, even, pointsOf, spread } from './points.ts';
import { Slider } from './slider.tsx';
import type { BeliefSliderProps } from './belief-slider.tsx';

/** A belief about more than two answers: one slider each. Moving one leaves the others in the same proportion. */
export function SharedBelief({ brief, belief, state, onBelief }: BeliefSliderProps) {
  const { choices, options } = brief;
  const points = belief && pointsOf(belief, choices);
  const range = { min: 1, max: 101 - choices.length, start: Math.round(100 / choices.length) };

  return (
    <div className="belief is-shared">
      {choices.map((option, i) => {
        const at = points?.[i];
        const answer = safe(options[option] ?? '');
        return (
          <div className="share" key={option}>
            <div className="between">
              <span className="answer">{answer}</span>
              <b className="num">{at === undefined ? '–' : percent(at)}</b>
            </div>
            <Slider
              className="slider is-neutral is-low"
              label={`Your belief in “${answer}”`}
              words={at === undefined ? 'not set' : percent(at)}
              range={range}
              value={at}
              state={state}
              onSlide={(value) => onBelief(beliefOf(spread(points ?? even(choices.length), i, value), choices))}
            />
          </div>
        );
      })}
      <p className="aside">
        They always add up to {percent(100)}: moving one leaves the others in the same proportion.
      </p>
    </div>
  );
}

import { BeliefSlider, briefOf, EchoLine, echoOf, Prose } from '@moot/ui';
import { useState } from 'react';
import { moved } from './moved.ts';
import { useKeys } from './use-keys.ts';

const TEXT =
  'The story says <quote>the eggs a luxury</quote> and <quote>in another minute the helicopter was in the sky</quote> but also <quote>beauty, rarity, made</quote>';
const QUOTES = [
  { text: 'the eggs a luxury', start: 22, end: 39, status: 'verbatim', at: { start: 0, end: 17 } },
  {
    text: 'in another minute the helicopter was in the sky',
    start: 59,
    end: 106,
    status: 'near',
    ratio: 0.97,
    at: { start: 0, end: 40 },
  },
  { text: 'beauty, rarity, made', start: 131, end: 151, status: 'absent' },
] as const;
const BRIEF = briefOf({ options: ['It will rain tomorrow.', 'It will stay dry tomorrow.'] });

/** Quotes and a slider to try, of nothing that is judged. */
export function Samples() {
  const [belief, setBelief] = useState<readonly number[]>();
  useKeys('on', (given) => {
    const to = given.kind === 'side' ? moved(given, belief, BRIEF) : undefined;
    if (to) setBelief(to);
    return to !== undefined;
  });
  return (
    <>
      <section className="section speech is-neutral" aria-label="How quotes are marked">
        <Prose text={TEXT} quotes={QUOTES} />
      </section>
      <section className="section stack is-tight" aria-label="A slider to try">
        <h2>Try it: what of tomorrow’s weather?</h2>
        <BeliefSlider brief={BRIEF} belief={belief} earlier={[]} state="open" onBelief={setBelief} />
        <div aria-live="polite">
          {belief ? (
            <EchoLine lead="You believe" belief={belief} options={BRIEF.options} choices={BRIEF.choices}>
              {echoOf({ belief, options: BRIEF.options, choices: BRIEF.choices }).aside} This is not kept.
            </EchoLine>
          ) : (
            <p className="echo">
              Where do you stand? <span className="aside">Move the slider. An untouched slider is not a belief.</span>
            </p>
          )}
        </div>
      </section>
    </>
  );
}

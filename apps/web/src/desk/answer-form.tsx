import { SeatMark } from '@moot/ui';
import type { RunState } from '@moot/wire';
import type { Asks, Change, Draft } from './drafts.ts';
import { choiceLabel } from './labels.ts';
import type { Phase } from './phase.ts';

interface AnswerFormProps {
  readonly turn: Asks;
  readonly state: Pick<RunState, 'seat' | 'seats'>;
  readonly draft: Draft;
  readonly phase: Phase;
  readonly change: (change: Change) => void;
}

/** A turn that asks for something else than a belief: one of its choices, whom it is put to, and words. */
export function AnswerForm({ turn, state, draft, phase, change }: AnswerFormProps) {
  const isClosed = phase.kind !== 'open';
  const asksWords = turn.choices === undefined || draft.choice === 'ask';
  return (
    <fieldset className="stack is-tight" disabled={isClosed}>
      <legend className="visually-hidden">Your answer</legend>
      {turn.choices && (
        <div className="segments is-stacked" role="group" aria-label="What comes next">
          {turn.choices.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={draft.choice === choice}
              onClick={() => change({ choice })}
            >
              {choiceLabel(choice)}
            </button>
          ))}
        </div>
      )}
      {draft.choice === 'ask' && <Asked state={state} draft={draft} change={change} />}
      {asksWords && (
        <div className="field">
          <label className="label" htmlFor="words">
            {draft.choice === 'ask' ? 'Your question' : 'Your answer'}
          </label>
          <textarea
            id="words"
            className="input"
            rows={3}
            maxLength={20_000}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  );
}

/** To whom a question is put. */
function Asked({ state, draft, change }: Pick<AnswerFormProps, 'state' | 'draft' | 'change'>) {
  const others = state.seats.filter(({ seat, role }) => seat !== state.seat && role !== 'judge');
  return (
    <div className="row" role="group" aria-label="To whom">
      {others.map(({ seat }) => {
        const isAsked = draft.to.includes(seat);
        return (
          <label className="check" key={seat}>
            <input
              type="checkbox"
              checked={isAsked}
              onChange={() => change({ to: isAsked ? draft.to.filter((each) => each !== seat) : [...draft.to, seat] })}
            />
            <SeatMark seat={seat} />
          </label>
        );
      })}
    </div>
  );
}

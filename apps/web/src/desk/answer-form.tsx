import type { Brief } from '@moot/ui';
import type { RunState } from '@moot/wire';
import type { Asks, Change, Draft } from './drafts.ts';
import { FieldView } from './field-view.tsx';
import { askedWords } from './field-words.ts';
import { askedIn, type Field, type Filled } from './fields.ts';
import type { Phase } from './phase.ts';

interface AnswerFormProps {
  readonly turn: Asks;
  readonly state: Pick<RunState, 'seat' | 'seats'>;
  readonly brief: Brief;
  readonly draft: Draft;
  readonly phase: Phase;
  readonly change: (change: Change) => void;
}

/** A turn that asks for something else than a belief: what is to be filled in, as the kind of its move says. */
export function AnswerForm({ turn, state, brief, draft, phase, change }: AnswerFormProps) {
  const isClosed = phase.kind !== 'open';
  const seats = askedIn(state);
  const given = phase.kind === 'given' ? phase.submission.said : undefined;
  const filled: Filled = given ?? draft.filled;
  return (
    <fieldset className="stack is-tight" disabled={isClosed}>
      <legend className="visually-hidden">Your answer</legend>
      {turn.fields.map((field: Field) => (
        <FieldView
          key={field.name}
          {...{ field, turn, brief, seats, filled }}
          fill={(value) => change({ filled: { ...draft.filled, [field.name]: value } })}
        />
      ))}
      {filled.choice === 'ask' && <p className="aside">{askedWords(brief)}</p>}
    </fieldset>
  );
}

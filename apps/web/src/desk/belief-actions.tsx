import { Notice } from '@moot/ui';
import { turnKey } from '@moot/wire';
import type { TurnPaneProps } from './belief-pane.tsx';
import { asksBelief, isUntouched, type Draft } from './drafts.ts';
import { Given } from './given.tsx';
import { earlierBeliefs, roundBetween, submitLabel } from './labels.ts';
import { noun } from './outbox.ts';
import { missingWords } from './missing-words.ts';
import { asked } from './asked.ts';
import type { Enough } from './use-enough.ts';

interface BeliefActionsProps extends TurnPaneProps {
  readonly draft: Draft;
  /** What would be sent; nothing as long as something is missing. */
  readonly said: Readonly<Record<string, unknown>> | undefined;
  readonly onSubmit: () => void;
}

/** The button that makes it count, with what it waits for; after that, what has become of it. */
export function BeliefActions({ phase, draft, brief, said, onSubmit, ...props }: BeliefActionsProps) {
  const verb = verbFor(draft, earlierBeliefs(props.state).at(-1)?.belief);
  switch (phase.kind) {
    case 'waiting':
      return (
        <div className="stack is-tight">
          <button type="button" className="btn is-primary is-wide" disabled>
            {submitLabel({ kind: 'belief', at: `round ${roundBetween(props.state)}` }, draft.belief, brief, verb)}
          </button>
          <p className="aside">
            {phase.words} <span className="wide-only">The slider may be moved now.</span>
          </p>
        </div>
      );
    case 'open': {
      const turn = asked(phase.turn);
      const refused = phase.refused ?? props.outbox.refusals[turnKey(turn)];
      return (
        <div className="stack is-tight">
          {refused !== undefined && <Notice role="alert">{refused}</Notice>}
          <button type="button" className="btn is-primary is-wide" disabled={!said} onClick={onSubmit}>
            {asksBelief(turn) ? submitLabel(turn, draft.belief, brief, verb) : 'Submit'}
          </button>
          <EnoughButton {...props.enough} />
          {props.unseen !== undefined && <p className="unseen">{props.unseen}</p>}
          <p className="aside">{missingWords(draft, turn)}</p>
        </div>
      );
    }
    case 'unsent':
      return <p className="aside">Your {noun(phase.turn)} is kept here, and sent by itself.</p>;
    case 'given':
      return <Given {...props} submission={phase.submission} />;
    case 'over':
      return <p className="aside">This run is over. What you gave is kept.</p>;
  }
}

function EnoughButton({ choose }: Enough) {
  if (!choose) return null;
  return (
    <button type="button" className="btn is-wide" onClick={choose.act}>
      {choose.words}
    </button>
  );
}

/** A belief that nobody has moved since the last is kept: that is agreeing with it. */
function verbFor(draft: Draft, last: readonly number[] | undefined): 'Fix' | 'Keep' {
  return isUntouched(draft, last) ? 'Keep' : 'Fix';
}

import { Notice } from '@moot/ui';
import { turnKey, type TurnName } from '@moot/wire';
import type { TurnPaneProps } from './belief-pane.tsx';
import { asksBelief, isUntouched, type Asks, type Draft } from './drafts.ts';
import { Given } from './given.tsx';
import { earlierBeliefs, roundBetween, submitLabel } from './labels.ts';
import { noun } from './outbox.ts';
import { missingWords } from './missing-words.ts';
import { isSpeaker } from './speaker.ts';
import type { Enough } from './use-enough.ts';

interface BeliefActionsProps extends TurnPaneProps {
  readonly draft: Draft;
  readonly turn: Asks | undefined;
  /** What would be sent; nothing as long as something is missing. */
  readonly said: Readonly<Record<string, unknown>> | undefined;
  readonly onSubmit: () => void;
}

/** The button that makes it count, with what it waits for; after that, what has become of it. */
export function BeliefActions({ said, onSubmit, turn, ...props }: BeliefActionsProps) {
  const { phase } = props;
  switch (phase.kind) {
    case 'waiting':
      return isSpeaker(props.state) ? (
        <Waits words={phase.words} enough={props.enough} />
      ) : (
        <div className="stack is-tight">
          <button type="button" className="btn is-primary is-wide" disabled>
            {labelFor({ kind: 'belief', at: `round ${roundBetween(props.state)}` }, props)}
          </button>
          <p className="aside">
            {phase.words} <span className="wide-only">The slider may be moved now.</span>
          </p>
        </div>
      );
    case 'open': {
      const refused = phase.refused ?? props.outbox.refusals[turnKey(phase.turn)];
      return (
        <div className="stack is-tight">
          {refused !== undefined && <Notice role="alert">{refused}</Notice>}
          <button type="button" className="btn is-primary is-wide" disabled={!said} onClick={onSubmit}>
            {labelFor(phase.turn, props)}
          </button>
          <EnoughButton {...props.enough} />
          {props.unseen !== undefined && <p className="unseen">{props.unseen}</p>}
          <p className="aside">{turn && missingWords(props.draft, turn)}</p>
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

/** What the button says. */
function labelFor(
  turn: Pick<TurnName, 'kind' | 'at'>,
  { draft, brief, state }: Pick<BeliefActionsProps, 'draft' | 'brief' | 'state'>,
): string {
  if (!asksBelief(turn)) return SUBMITS.get(turn.kind) ?? 'Submit';
  return submitLabel(turn, draft.belief, brief, verbFor(draft, earlierBeliefs(state).at(-1)?.belief));
}

/** What the button of a turn says that is no belief. */
const SUBMITS = new Map([
  ['speech', 'Give the speech'],
  ['concede', 'Concede'],
]);

function Waits({ words, enough }: { readonly words: string; readonly enough: Enough }) {
  return (
    <div className="stack is-tight">
      <p className="aside">{words}</p>
      <EnoughButton {...enough} />
    </div>
  );
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

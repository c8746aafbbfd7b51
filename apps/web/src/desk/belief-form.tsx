import { BeliefCourse, BeliefSlider, EchoLine, echoOf, saidIn, type Brief, type EarlierBelief } from '@moot/ui';
import { turnKey, type TurnName } from '@moot/wire';
import type { TurnPaneProps } from './belief-pane.tsx';
import type { Change, Draft } from './drafts.ts';
import { roundBetween, roundIn } from './labels.ts';
import type { Phase } from './phase.ts';

interface BeliefFormProps extends TurnPaneProps {
  readonly turn: TurnName | undefined;
  readonly draft: Draft;
  readonly earlier: readonly EarlierBelief[];
  readonly change: (change: Change) => void;
}

/** The slider, what it says in words, the course of beliefs, and for a verdict its reason. */
export function BeliefForm({ brief, turn, draft, earlier, phase, state, outbox, change }: BeliefFormProps) {
  const given = givenIn(phase, outbox.waiting);
  const belief = given ? saidIn(given).belief : draft.belief;
  const isOpen = phase.kind === 'open' || phase.kind === 'waiting';
  const draftPoint = belief && { label: labelOf(turn, roundBetween(state)), belief };
  return (
    <>
      <BeliefSlider
        brief={brief}
        belief={belief}
        earlier={earlier}
        state={isOpen ? 'open' : 'closed'}
        onBelief={(to) => change({ belief: to })}
      />
      <div aria-live="polite">
        <EchoOf brief={brief} belief={belief} phase={phase} />
      </div>
      <BeliefCourse brief={brief} earlier={earlier} draft={draftPoint} />
      {turn?.kind === 'verdict' && (
        <div className="field in-drawer">
          <label className="label" htmlFor="reason">
            Your reason
          </label>
          <textarea
            id="reason"
            className="input"
            rows={4}
            maxLength={20_000}
            readOnly={!isOpen}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
          <span className="aside">Optional. What decided it for you?</span>
        </div>
      )}
    </>
  );
}

interface EchoProps {
  readonly brief: Brief;
  readonly belief: readonly number[] | undefined;
  readonly phase: Phase;
}

function EchoOf({ brief: { options, choices }, belief, phase }: EchoProps) {
  if (!belief)
    return (
      <p className="echo">
        Where do you stand?{' '}
        <span className="aside">
          Move the slider
          {choices.length === 2 && (
            <span className="wide-only">
              , or press <kbd>1</kbd> or <kbd>2</kbd>
            </span>
          )}
          .
        </span>
      </p>
    );
  const isGiven = phase.kind === 'given' || phase.kind === 'unsent' || phase.kind === 'over';
  const believed = { belief, options, choices };
  return (
    <EchoLine lead={isGiven ? 'You believed' : 'You believe'} {...believed}>
      {isGiven ? undefined : <span className="wide-only">{echoOf(believed).aside} Not yet fixed.</span>}
    </EchoLine>
  );
}

/** What was given, word for word, where something was. */
function givenIn(phase: Phase, waiting: TurnPaneProps['outbox']['waiting']): object | undefined {
  if (phase.kind === 'given') return phase.submission.said;
  if (phase.kind !== 'unsent') return undefined;
  return waiting.find(({ submit }) => turnKey(submit.turn) === turnKey(phase.turn))?.submit.said;
}

function labelOf(turn: TurnName | undefined, between: number | undefined): string {
  const round = roundIn(turn?.at ?? '');
  if (round !== undefined) return round === 0 ? 'before' : String(round);
  return turn?.kind === 'verdict' ? 'end' : String(between ?? 'now');
}

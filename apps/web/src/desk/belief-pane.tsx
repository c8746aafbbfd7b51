import { echoWords, type Brief } from '@moot/ui';
import { useState } from 'react';
import { AnswerForm } from './answer-form.tsx';
import { asked, nameOf } from './asked.ts';
import { BeliefActions } from './belief-actions.tsx';
import { BeliefForm } from './belief-form.tsx';
import type { DeskPanesProps } from './desk-panes.tsx';
import { asksBelief, isUntouched, saidBy, type Asks, type Draft } from './drafts.ts';
import { penaltyWords } from './field-words.ts';
import { OwnBrief } from './own-brief.tsx';
import { drawerLabel, earlierBeliefs, titleBetween, turnTitle } from './labels.ts';
import { useEnough, type Enough } from './use-enough.ts';
import { keepVerdict } from './kept-verdict.ts';
import { moved } from './moved.ts';
import { phaseOf, type Phase } from './phase.ts';
import { isSpeaker } from './speaker.ts';
import { newKey } from './stored.ts';
import { draftPlace, useDraft } from './use-draft.ts';
import { useDock } from './use-dock.ts';
import { useEnd } from './use-end.ts';
import { useKeys } from './use-keys.ts';

export interface BeliefPaneProps extends DeskPanesProps {
  readonly brief: Brief;
  /** What of the last round has never been in sight, in words. */
  readonly unseen: string | undefined;
}

/** What the judge says: a belief, a verdict, or another answer; kept as a draft of the turn that is open. */
export function BeliefPane(props: BeliefPaneProps) {
  const { run, outbox, reading } = props;
  const enough = useEnough(props);
  const state = { ...props.state, open: [...enough.open] };
  const phase = phaseOf({ state, submissions: run.submissions, waiting: outbox.waiting, reading });
  const turn = 'turn' in phase ? phase.turn : undefined;
  return <TurnPane key={draftPlace(run.id, turn)} {...props} phase={phase} enough={enough} />;
}

export interface TurnPaneProps extends BeliefPaneProps {
  readonly phase: Phase;
  readonly enough: Enough;
}

function TurnPane(props: TurnPaneProps) {
  const { phase, state, brief } = props;
  const [drawer, setDrawer] = useState<'open' | 'closed'>('closed');
  const dock = useDock();
  const turnAtHand = useTurn(props);
  const { turn, draft, submit, said, earlier } = turnAtHand;
  const isAnswer = isSpeaker(state) || (turn !== undefined && !asksBelief(turn));
  const points = brief.choices.length === 2 ? earlier.length + (draft.belief ? 1 : 0) : 0;

  return (
    <aside
      ref={dock}
      className={`pane is-right is-${drawer}`}
      aria-label={isSpeaker(state) ? 'Your turn' : 'Your belief'}
    >
      <div className="stack">
        <div className="between">
          <h2>{titleOf(turn, props)}</h2>
          {phase.kind === 'open' && !isAnswer && <span className="aside wide-only">editable until you fix it</span>}
        </div>
        {isAnswer ? <AnswerPart {...props} {...turnAtHand} /> : <BeliefForm {...props} {...turnAtHand} />}
        <BeliefActions {...props} turn={turn} draft={draft} said={said} onSubmit={submit} />
        {!isAnswer && <Drawer label={drawerLabel(turn, points)} drawer={drawer} onDrawer={setDrawer} />}
      </div>
    </aside>
  );
}

/** What is said that is no belief, under what who speaks is told, and what who judges pays for it. */
function AnswerPart({ turn, draft, change, ...props }: TurnPaneProps & ReturnType<typeof useTurn>) {
  const { phase, state, brief } = props;
  const penalty = turn?.kind === 'respond' ? penaltyWords(brief) : undefined;
  return (
    <>
      {isSpeaker(state) && <OwnBrief state={state} brief={brief} />}
      {turn && <AnswerForm {...{ turn, state, brief, draft, phase, change }} />}
      {penalty !== undefined && <p className="aside narrow-only">{penalty}</p>}
    </>
  );
}

function titleOf(turn: Asks | undefined, { state, brief, phase }: TurnPaneProps): string {
  if (turn) return turnTitle(turn, state, brief);
  if (!isSpeaker(state)) return titleBetween(state);
  return phase.kind === 'over' ? 'Your part is done' : 'Not your turn yet';
}

/** The turn that is open, its draft, and what submits it. */
function useTurn({ phase, state, run, outbox, brief, keys, hand }: TurnPaneProps) {
  const open = 'turn' in phase ? phase.turn : undefined;
  const earlier = earlierBeliefs(state);
  const { draft, change, whole } = useDraft(run.id, open, earlier.at(-1)?.belief);
  const turn = open && asked(open, state, draft);
  const said = phase.kind === 'open' && turn ? saidBy(draft, turn) : undefined;
  const isWaiting = phase.kind === 'waiting' && !isSpeaker(state);
  const mayMove = isWaiting || (phase.kind === 'open' && turn !== undefined && asksBelief(turn));

  const submit = () => {
    if (!said || !turn) return;
    const submission = { key: newKey(), turn: nameOf(turn), said: { ...said }, trace: whole().trace };
    outbox.submit({ run: run.id, submit: submission });
    if (turn.kind === 'verdict' && draft.belief) keepVerdict(run.id, echoWords({ belief: draft.belief, ...brief }));
  };
  const isSet = hasSet(turn, draft, earlier.at(-1)?.belief);
  useEnd({ limit: run.limit, turn, offset: hand.offset }, () => isSet && submit());
  useKeys(keys, (given) => {
    if (given.kind === 'submit') submit();
    const belief = mayMove ? moved(given, draft.belief, brief) : undefined;
    if (belief) change({ belief });
    return given.kind === 'submit' || belief !== undefined;
  });
  return { turn, draft, change, submit, said, earlier };
}

/** Whether anything was set in a turn: a value that nobody has moved in it says nothing. */
function hasSet(turn: Asks | undefined, draft: Draft, last: readonly number[] | undefined): boolean {
  return turn !== undefined && !(asksBelief(turn) && isUntouched(draft, last));
}

interface DrawerProps {
  /** What is in it; nothing if there is nothing. */
  readonly label: string | undefined;
  readonly drawer: 'open' | 'closed';
  readonly onDrawer: (drawer: 'open' | 'closed') => void;
}

/** On a narrow page: the rest of the dock. */
function Drawer({ label, drawer, onDrawer }: DrawerProps) {
  const isOpen = drawer === 'open';
  if (label === undefined) return null;
  return (
    <button
      type="button"
      className="btn is-plain is-small narrow-only"
      aria-expanded={isOpen}
      onClick={() => onDrawer(isOpen ? 'closed' : 'open')}
    >
      {isOpen ? 'Less' : label}
    </button>
  );
}

import { briefOf, listedOptions, OptionList, QuotesPanel, SafeText, SourceText, type Shown } from '@moot/ui';
import type { Desk, RunState } from '@moot/wire';
import { useMemo } from 'react';
import { isJudge } from '@moot/protocol';
import { BeliefPane } from './belief-pane.tsx';
import { penaltyWords } from './field-words.ts';
import { TranscriptPane } from './transcript-pane.tsx';
import { sourcePlace } from './transcript-words.ts';
import type { DeskAtHand } from './use-desk.ts';
import { unseenWords } from './unseen-words.ts';
import type { Sending } from './use-outbox.ts';
import { useSeen } from './use-seen.ts';

/** What a narrow page shows one of. */
export type Pane = 'question' | 'transcript' | 'quotes' | 'source';

export interface DeskPanesProps {
  readonly run: NonNullable<Desk['run']>;
  readonly state: RunState;
  /** The run as far as it may be read. */
  readonly shown: Shown;
  readonly reading: 'done' | 'reading';
  readonly outbox: Sending;
  readonly hand: DeskAtHand;
  readonly invitation: string;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  readonly keys: 'on' | 'off';
}

/** The three panes of a desk; on a narrow page tabs, and the belief as a dock. */
export function DeskPanes(props: DeskPanesProps) {
  const { shown, pane, onPane, state } = props;
  const brief = useMemo(() => briefOf(shown.brief, shown.moves), [shown.brief, shown.moves]);
  const seen = useSeen(props.run.id, shown, pane);
  const penalty = penaltyWords(brief);
  const place = sourcePlace(brief, state.seats);
  return (
    <>
      <Tabs pane={pane} place={place} onPane={onPane} />
      <div className="desk" data-pane={pane}>
        <aside className="pane is-left" aria-label="Question and source">
          <div className="stack">
            <div className="stack for-question">
              <h1 className="question">
                <SafeText text={brief.question} />
              </h1>
              <OptionList options={listedOptions(brief)} />
              {penalty !== undefined && isJudge(props.run.seat) && <p className="aside">{penalty}</p>}
            </div>
            <div className="for-quotes">
              <QuotesPanel shown={shown} />
            </div>
            {place === 'side' && (
              <div className="for-source">
                <h3>Source</h3>
                <SourceText source={brief.source ?? ''} />
              </div>
            )}
          </div>
        </aside>
        <TranscriptPane shown={shown} brief={brief} seats={state.seats} seenKeys={seen} />
        <BeliefPane {...props} brief={brief} unseen={unseenWords(shown, seen)} />
      </div>
    </>
  );
}

const TABS = [
  { name: 'question', label: 'Question' },
  { name: 'transcript', label: 'Transcript' },
  { name: 'quotes', label: 'Quotes' },
] as const;
const SOURCE_TAB = { name: 'source', label: 'Source' } as const;
/** Where nobody argues there is nothing said and nothing quoted: only the text. */
const TEXT_TABS = [
  { name: 'question', label: 'Question' },
  { name: 'transcript', label: 'Text' },
] as const;

interface TabsProps {
  readonly pane: Pane;
  readonly place: ReturnType<typeof sourcePlace>;
  readonly onPane: (pane: Pane) => void;
}

function Tabs({ pane, place, onPane }: TabsProps) {
  const tabs = place === 'side' ? [...TABS, SOURCE_TAB] : place === 'centre' ? TEXT_TABS : TABS;
  return (
    <nav className="tabs" aria-label="Panes">
      {tabs.map(({ name, label }) => (
        <button key={name} type="button" aria-current={pane === name ? 'true' : undefined} onClick={() => onPane(name)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

import {
  briefOf,
  listedOptions,
  OptionList,
  QuotesPanel,
  SafeText,
  SourceText,
  type Brief,
  type Shown,
} from '@moot/ui';
import type { Desk, RunState } from '@moot/wire';
import { useMemo } from 'react';
import { BeliefPane } from './belief-pane.tsx';
import { TranscriptPane } from './transcript-pane.tsx';
import type { DeskAtHand } from './use-desk.ts';
import type { Sending } from './use-outbox.ts';

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
  const { shown, pane, onPane } = props;
  const brief = useMemo(() => briefOf(shown.brief), [shown.brief]);
  return (
    <>
      <Tabs pane={pane} brief={brief} onPane={onPane} />
      <div className="desk" data-pane={pane}>
        <aside className="pane is-left" aria-label="Question and source">
          <div className="stack">
            <div className="stack for-question">
              <h1 className="question">
                <SafeText text={brief.question} />
              </h1>
              <OptionList options={listedOptions(brief)} />
            </div>
            <div className="for-quotes">
              <QuotesPanel shown={shown} />
            </div>
            {brief.source !== undefined && (
              <div className="for-source">
                <h3>Source</h3>
                <SourceText source={brief.source} />
              </div>
            )}
          </div>
        </aside>
        <TranscriptPane shown={shown} brief={brief} seats={props.state.seats} />
        <BeliefPane {...props} brief={brief} />
      </div>
    </>
  );
}

const TABS = [
  { name: 'question', label: 'Question' },
  { name: 'transcript', label: 'Transcript' },
  { name: 'quotes', label: 'Quotes' },
  { name: 'source', label: 'Source' },
] as const;

function Tabs({
  pane,
  brief,
  onPane,
}: {
  readonly pane: Pane;
  readonly brief: Brief;
  readonly onPane: (pane: Pane) => void;
}) {
  return (
    <nav className="tabs" aria-label="Panes">
      {TABS.filter(({ name }) => name !== 'source' || brief.source !== undefined).map(({ name, label }) => (
        <button key={name} type="button" aria-current={pane === name ? 'true' : undefined} onClick={() => onPane(name)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

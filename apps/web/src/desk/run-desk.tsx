import { KeysButton, LinkState, SavedState, TopBar, type Shown } from '@moot/ui';
import type { Desk, Limit, RunState } from '@moot/wire';
import { useEffect, useMemo, useState } from 'react';
import { useRun } from '../live/use-run.ts';
import { Aside } from './aside.tsx';
import { BeginPage, unbegunIn } from './begin-page.tsx';
import { DeskBar } from './desk-bar.tsx';
import { DeskPanes, type Pane } from './desk-panes.tsx';
import { KeySheet } from './key-sheet.tsx';
import { savedState } from './outbox.ts';
import { WITHDRAWN } from './refused-words.ts';
import { showNextSpeech, showQuotes } from './showing.ts';
import { TimeLeft } from './time-left.tsx';
import type { DeskAtHand } from './use-desk.ts';
import { useKeys, useKeysChoice } from './use-keys.ts';
import { useOutbox } from './use-outbox.ts';
import { usePace } from './use-pace.ts';

interface RunDeskProps {
  readonly run: NonNullable<Desk['run']>;
  readonly desk: Desk;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

/** One run before its judge: the question, what is said, and the belief. */
export function RunDesk({ run, desk, hand, invitation }: RunDeskProps) {
  const { state, withdrawn, link, links, refused } = useRun(run.id, { as: 'judge', invitation });
  const outbox = useOutbox(invitation, links, hand.take);
  const pace = usePace(run.id, useShown(state, withdrawn));
  const page = usePage();
  useRefresh(hand.refresh, links, state);

  const unbegun = state && unbegunIn(state);
  if (refused === 'not-signed-in' || (refused !== undefined && !state)) return <Refused why={refused} />;
  return (
    <>
      <TopBar>
        <DeskBar queue={desk.queue} />
        <span className="push" />
        {isRunning(run.limit) && <TimeLeft limit={run.limit} offset={hand.offset} />}
        <LinkState link={link} />
        <SavedState saved={savedState({ ...outbox, savedAt: outbox.savedAt ?? run.submissions.at(-1)?.savedAt })} />
        <KeysButton onOpen={() => page.setSheet('open')} />
      </TopBar>
      {unbegun ? (
        <BeginPage {...{ unbegun, run, hand, invitation }} />
      ) : state && pace.shown ? (
        <DeskPanes
          {...{ run, state, outbox, hand, invitation }}
          shown={pace.shown}
          reading={pace.reading}
          pane={page.pane}
          onPane={page.setPane}
          keys={page.keys}
        />
      ) : (
        <main className="page skeleton is-late" aria-busy="true" aria-label="The run is being opened" />
      )}
      {page.sheet === 'open' && (
        <KeySheet keys={page.keys} onKeys={page.setKeys} onClose={() => page.setSheet('closed')} />
      )}
    </>
  );
}

/** Whether the clock of a turn has been started. */
function isRunning(limit: Limit | null): limit is Limit & { readonly dueAt: string } {
  return limit !== null && limit.dueAt !== null;
}

/** What is open on the page, and the keys that change it. */
function usePage() {
  const [pane, setPane] = useState<Pane>('transcript');
  const [sheet, setSheet] = useState<'open' | 'closed'>('closed');
  const [keys, setKeys] = useKeysChoice();
  useKeys(keys, ({ kind }) => {
    if (kind === 'sheet') setSheet('open');
    if (kind === 'next-speech') showNextSpeech();
    if (kind === 'quotes') {
      setPane('quotes');
      showQuotes();
    }
    return kind === 'sheet' || kind === 'next-speech' || kind === 'quotes';
  });
  return { pane, setPane, sheet, setSheet, keys, setKeys };
}

function useShown(state: RunState | undefined, withdrawn: Shown['withdrawn']): Shown | undefined {
  return useMemo(() => state && { ...state, withdrawn }, [state, withdrawn]);
}

/** The desk is asked for again when the link is made anew, when a turn of one's own opens or closes, and when the run ends. */
function useRefresh(refresh: () => void, links: number, state: RunState | undefined): void {
  const { isOver = false, open = [] } = state ?? {};
  useEffect(() => {
    if (links > 1 || state) refresh();
  }, [refresh, links, isOver, JSON.stringify(open)]);
}

/** Who is not let in any more was let in before, or would not have come as far as a run: trying again is of no use to them. */
function Refused({ why }: { readonly why: string }) {
  const title = 'This run does not open';
  if (why === 'not-signed-in') return <Aside title={title} words={WITHDRAWN} />;
  return <Aside title={title} words={why} onRetry={() => window.location.reload()} />;
}

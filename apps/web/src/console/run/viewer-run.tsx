import { briefOf, LinkState, listedOptions, Notice, OptionList, SafeText, Transcript } from '@moot/ui';
import type { RunState } from '@moot/wire';
import { useMemo } from 'react';
import { useRun, type Following } from '../../live/use-run.ts';
import { useTitle } from '../parts/use-title.ts';
import { Waiting } from '../parts/waiting.tsx';
import { ACCOUNT } from './use-following.ts';

/** A run as those see it who only watch: what the table shows them, as it comes. */
export function ViewerRun({ run }: { readonly run: string }) {
  const following = useRun(run, ACCOUNT);
  const { state, refused } = following;
  return (
    <main className="page run-page">
      {refused !== undefined && (
        <Notice tone="bad" role="alert">
          This run cannot be followed. {refused}
        </Notice>
      )}
      {!state && refused === undefined && <Waiting what="The run is being read" />}
      {state && <Watched state={state} following={following} />}
    </main>
  );
}

function Watched({ state, following }: { readonly state: RunState; readonly following: Following }) {
  const { withdrawn, link } = following;
  const brief = useMemo(() => briefOf(state.brief), [state.brief]);
  useTitle(brief.question);
  const { seat, moves, awaited, speaking } = state;
  const isEmpty = moves.length + awaited.length + speaking.length === 0;
  return (
    <>
      <div className="page-head">
        <h1>
          <SafeText text={brief.question} />
        </h1>
        <p className="actions run-state">
          {state.isOver ? <span className="chip">ended</span> : <LinkState link={link} />}
        </p>
      </div>
      <div className="viewer-columns">
        <OptionList options={listedOptions(brief)} />
        <section>
          {isEmpty && <p className="later">Nothing has been said yet.</p>}
          <Transcript shown={{ seat, brief: state.brief, moves, awaited, speaking, withdrawn }} />
        </section>
      </div>
    </>
  );
}

import { SafeText, TopBar } from '@moot/ui';
import type { Desk } from '@moot/wire';
import type { ReactNode } from 'react';
import { DeskBar } from './desk-bar.tsx';
import { LastRun } from './last-run.tsx';
import type { DeskAtHand } from './use-desk.ts';

interface BetweenProps {
  readonly desk: Desk;
  readonly hand: DeskAtHand;
  readonly invitation: string;
  readonly onLeave: () => void;
}

/** A look back at the run that is over before the next one. A run may have ended without a verdict, and then says so. */
export function Between({ last, onLeave, ...at }: BetweenProps & { readonly last: NonNullable<Desk['last']> }) {
  return (
    <Page title={titleOf(last)} desk={at.desk} onLeave={onLeave}>
      {!last.verdict && !last.isOutOfTime && <p className="lead">{NO_VERDICT}</p>}
      <LastRun last={last} hand={at.hand} invitation={at.invitation} />
    </Page>
  );
}

function titleOf({ verdict, isOutOfTime }: NonNullable<Desk['last']>): string {
  if (verdict) return 'Your verdict is kept.';
  return isOutOfTime ? 'The time for this one is over.' : 'This run has ended.';
}

const NO_VERDICT = 'It ended without a verdict of yours. What you gave in it is kept; you need do nothing.';

interface PausedProps {
  readonly desk: Desk;
  readonly paused: NonNullable<Desk['paused']>;
  readonly onLeave: () => void;
}

/** Says why there is another run now than before. */
export function Paused({ desk, paused, onLeave }: PausedProps) {
  return (
    <Page title="The run before is paused." desk={desk} onLeave={onLeave}>
      <p className="lead">
        <SafeText text={paused.question} />
      </p>
      <p>
        Somebody in it could not speak. The researcher has been told; you need do nothing. What you gave is kept, and
        the run comes back to you when it can go on. Meanwhile there is another.
      </p>
    </Page>
  );
}

interface PageProps {
  readonly title: string;
  readonly desk: Desk;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

function Page({ title, desk, onLeave, children }: PageProps) {
  return (
    <>
      <TopBar>
        <DeskBar queue={desk.queue} />
      </TopBar>
      <main className="welcome">
        <h1 className="claim-title">{title}</h1>
        {children}
        <button type="button" className="btn is-primary" onClick={onLeave}>
          Go on to the next run
        </button>
      </main>
    </>
  );
}

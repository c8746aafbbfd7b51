import { TopBar } from '@moot/ui';
import type { Desk } from '@moot/wire';
import { useState } from 'react';
import { z } from 'zod';
import { DeskBar } from './desk-bar.tsx';
import { LastRun } from './last-run.tsx';
import { RunDesk } from './run-desk.tsx';
import { store, stored } from './stored.ts';
import type { DeskAtHand } from './use-desk.ts';

interface RunsProps {
  readonly desk: Desk;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

/** The runs one after another; between two of them, a look back. */
export function Runs({ desk, hand, invitation }: RunsProps) {
  const place = `moot/left/${invitation}`;
  const [left, setLeft] = useState(() => stored(place, z.string()));
  const { run, last } = desk;

  if (last && last.id !== left) {
    const leave = () => {
      store(place, last.id);
      setLeft(last.id);
    };
    return <Between {...{ desk, last, hand, invitation }} onLeave={leave} />;
  }
  if (run) return <RunDesk key={run.id} run={run} desk={desk} hand={hand} invitation={invitation} />;
  return (
    <>
      <TopBar>
        <DeskBar queue={desk.queue} />
      </TopBar>
      <main className="page">
        <div className="empty">
          <p>No run waits for you now. The next opens by itself on this page; you need do nothing.</p>
        </div>
      </main>
    </>
  );
}

interface BetweenProps extends RunsProps {
  readonly last: NonNullable<Desk['last']>;
  readonly onLeave: () => void;
}

/** A look back at the run before the next one. */
function Between({ desk, last, hand, invitation, onLeave }: BetweenProps) {
  return (
    <>
      <TopBar>
        <DeskBar queue={desk.queue} />
      </TopBar>
      <main className="welcome">
        <h1 className="claim-title">Your verdict is kept.</h1>
        <LastRun last={last} hand={hand} invitation={invitation} />
        <button type="button" className="btn is-primary" onClick={onLeave}>
          Go on to the next run
        </button>
      </main>
    </>
  );
}

import { TopBar } from '@moot/ui';
import type { Desk } from '@moot/wire';
import { useState } from 'react';
import { z } from 'zod';
import { Between, Paused } from './between.tsx';
import { DeskBar } from './desk-bar.tsx';
import { RunDesk } from './run-desk.tsx';
import { store, stored } from './stored.ts';
import type { DeskAtHand } from './use-desk.ts';

interface RunsProps {
  readonly desk: Desk;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

/** The runs one after another; between two of them, a look back at the one before. */
export function Runs({ desk, hand, invitation }: RunsProps) {
  const [left, leave] = useLeft(`moot/left/${invitation}`);
  const [leftPaused, leavePaused] = useLeft(`moot/paused/${invitation}`);
  const { run, last, paused } = desk;

  if (last && last.id !== left) return <Between {...{ desk, last, hand, invitation }} onLeave={() => leave(last.id)} />;
  if (paused && leftPaused !== pauseOf(paused))
    return <Paused {...{ desk, paused }} onLeave={() => leavePaused(pauseOf(paused))} />;
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

/** A run that pauses again after the judge has acted in it is said again. */
function pauseOf({ id, since }: NonNullable<Desk['paused']>): string {
  return `${id} ${since}`;
}

/** Which was left behind, kept in this browser: what was read is not shown again. */
function useLeft(place: string): readonly [string | undefined, (left: string) => void] {
  const [left, setLeft] = useState(() => stored(place, z.string()));
  return [
    left,
    (now) => {
      store(place, now);
      setLeft(now);
    },
  ];
}

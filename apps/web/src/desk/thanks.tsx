import type { Desk } from '@moot/wire';
import { LastRun } from './last-run.tsx';
import type { DeskAtHand } from './use-desk.ts';
import { WayFrame } from './way-frame.tsx';

interface ThanksProps {
  readonly desk: Desk;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

/** The end of the way. */
export function Thanks({ desk, hand, invitation }: ThanksProps) {
  return (
    <WayFrame step="thanks" title="That was all. Thank you.">
      <p className="lead">
        {keptWords(desk)}
        {desk.name === null ? '' : `, under the made-up name ${desk.name}`}. You may close this page.
      </p>
      {desk.last && (
        <section className="section" aria-label="The last run">
          <h2>The last run</h2>
          <LastRun last={desk.last} hand={hand} invitation={invitation} />
        </section>
      )}
    </WayFrame>
  );
}

/** A run that was given up has no verdict, though it is done. */
function keptWords({ queue: { done }, last }: Desk): string {
  if (last?.verdict === null) return 'What you gave is kept';
  return done === 1 ? 'Your verdict is kept' : `Your ${done} verdicts are kept`;
}

import type { Desk } from '@moot/wire';
import { Aside } from './aside.tsx';
import { Consent, Declined, Instructions, Welcome } from './way-pages.tsx';
import { NotOpened } from './not-opened.tsx';
import { isShut, WITHDRAWN } from './refused-words.ts';
import { Runs } from './runs.tsx';
import { Thanks } from './thanks.tsx';
import { useDesk, type DeskAtHand } from './use-desk.ts';

/** What a judge sees at the step where the server has them. */
export function DeskSteps({ invitation }: { readonly invitation: string }) {
  const desk = useDesk(invitation);
  const { data, error, refetch } = desk.query;
  if (data && error && isShut(error)) return <Aside title="This link holds no more" words={WITHDRAWN} />;
  if (data) return <Step desk={data} hand={desk} invitation={invitation} />;
  if (error) return <NotOpened error={error} onRetry={() => void refetch()} />;
  return null;
}

const FULL =
  'Everybody who is needed for this experiment has come already. Thank you for coming; there is nothing more to do.';

interface StepProps {
  readonly desk: Desk;
  readonly hand: DeskAtHand;
  readonly invitation: string;
}

function Step({ desk, hand, invitation }: StepProps) {
  switch (desk.step) {
    case 'welcome':
      return <Welcome desk={desk} answer={hand.answer} />;
    case 'consent':
      return <Consent desk={desk} answer={hand.answer} />;
    case 'declined':
      return <Declined desk={desk} answer={hand.answer} />;
    case 'full':
      return <Aside title="All places are taken" words={FULL} />;
    case 'instructions':
      return <Instructions desk={desk} answer={hand.answer} />;
    case 'runs':
      return <Runs desk={desk} hand={hand} invitation={invitation} />;
    case 'thanks':
      return <Thanks desk={desk} hand={hand} invitation={invitation} />;
  }
}

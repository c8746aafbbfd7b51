import { useParams } from '@tanstack/react-router';
import { DeskSteps } from './desk-steps.tsx';
import { NotOpened } from './not-opened.tsx';
import { useEntry } from './use-entry.ts';

/** A judge's way through an experiment, from the link that they were sent. */
export function DeskPage() {
  const { invitation } = useParams({ from: '/judge/$invitation' });
  const { state, error, retry } = useEntry(invitation);
  if (error) return <NotOpened error={error} onRetry={retry} />;
  return state === 'entered' ? <DeskSteps invitation={invitation} /> : null;
}

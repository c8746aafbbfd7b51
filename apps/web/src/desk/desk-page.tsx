import { useParams } from '@tanstack/react-router';
import { DeskSteps } from './desk-steps.tsx';
import { Aside } from './aside.tsx';
import { refusedWords } from './refused-words.ts';
import { useEntry } from './use-entry.ts';

/** A judge's way through an experiment, from the link that they were sent. */
export function DeskPage() {
  const { invitation } = useParams({ from: '/judge/$invitation' });
  const { state, error, retry } = useEntry(invitation);
  if (error) return <Aside title="This link does not open" words={refusedWords(error)} onRetry={retry} />;
  return state === 'entered' ? <DeskSteps invitation={invitation} /> : null;
}

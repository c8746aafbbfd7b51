import { Aside } from './aside.tsx';
import { isShut, refusedWords } from './refused-words.ts';

interface NotOpenedProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Why a judge's link does not open, with a way to try again where that can help. */
export function NotOpened({ error, onRetry }: NotOpenedProps) {
  const retry = isShut(error) ? {} : { onRetry };
  return <Aside title="This link does not open" words={refusedWords(error)} {...retry} />;
}

import type { Limit } from '@moot/wire';
import { secondsLeft } from './countdown.ts';
import { leftWords, spokenLeft } from './time-words.ts';
import { useNow } from './use-now.ts';

interface TimeLeftProps {
  readonly limit: Limit & { readonly dueAt: string };
  /** How far the server's clock is ahead. */
  readonly offset: number;
}

/** How much time is left, by the server's clock. It is read aloud at few moments only. */
export function TimeLeft({ limit: { dueAt, seconds }, offset }: TimeLeftProps) {
  const left = secondsLeft(dueAt, useNow(250), offset);
  return (
    <>
      <span className="time-left" aria-hidden="true">
        {leftWords(left)}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {spokenLeft(left, seconds)}
      </span>
    </>
  );
}

import type { TurnRef } from '@moot/runner';

/** What tells the job of one turn from all others. */
export function jobKey({ run, seat, kind, at, version }: TurnRef): string {
  return `${run} ${seat} ${kind} ${at} ${version}`;
}

/** The turn of a run, by what names it and nothing else. */
export function refTo(run: string, { seat, kind, at, version }: Omit<TurnRef, 'run'>): TurnRef {
  return { run, seat, kind, at, version };
}

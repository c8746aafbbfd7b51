import { queueOf, type Queued } from '@moot/store';
import type { Engine } from '../engine.ts';

/** The runs of the place that an invitation has taken, in their order. */
export function queueFor({ means }: Pick<Engine, 'means'>, invitation: string): Promise<readonly Queued[]> {
  return queueOf(means.database, invitation);
}

/**
 * The run to be judged now, or after a given one: of those that are not done the one in which the judge last did something,
 * else the first. One that has failed waits for the others.
 */
export function nextOf(queue: readonly Queued[], after?: Queued): Queued | undefined {
  const open = queue.filter((each) => !each.isDone && each !== after);
  const going = open.filter(({ state }) => state !== 'failed');
  return (going.length > 0 ? going : open).toSorted((a, b) => timeOf(b) - timeOf(a))[0];
}

/** The run that a judge had before them last and that has failed, while they are given another. */
export function pausedIn(queue: readonly Queued[], current: Queued | undefined): Paused | undefined {
  const paused = queue.flatMap((run) => {
    // One that was begun ahead was not seen before the judge acted in it.
    const since = run.lastAt ?? (run.begin === 'ahead' ? null : run.begunAt);
    return current && run !== current && !run.isDone && run.state === 'failed' && since ? [{ run, since }] : [];
  });
  return paused.toSorted((a, b) => b.since.getTime() - a.since.getTime())[0];
}

interface Paused {
  readonly run: Queued;
  readonly since: Date;
}

/** Whether a judge may look at a run of theirs: they judge it now, or have begun to, or are done with it. */
export function mayOpen(queue: readonly Queued[], run: Queued): boolean {
  return run.isDone || run.lastAt !== null || run === nextOf(queue);
}

function timeOf({ lastAt }: Queued): number {
  return lastAt?.getTime() ?? 0;
}

/** About how many minutes the rest takes, by the median of what this judge needed so far; null before the first. */
export function minutesLeft(queue: readonly Queued[]): number | null {
  const took = queue
    .flatMap(({ begunAt, doneAt, isDone }) =>
      isDone && begunAt && doneAt ? [doneAt.getTime() - begunAt.getTime()] : [],
    )
    .sort((a, b) => a - b);
  const median = took[Math.floor(took.length / 2)];
  if (median === undefined) return null;
  const left = queue.filter(({ isDone }) => !isDone).length;
  return Math.ceil((left * median) / 60_000);
}

/** Whether a judge may be told the truth of a run: its arm says so, and none of their other runs is on its question or source. */
export function mayBeTold(queue: readonly Queued[], run: Queued): boolean {
  const isNear = (other: Queued) =>
    other.question === run.question || (other.source !== null && other.source === run.source);
  return run.feedback === 'truth' && run.isDone && !queue.some((other) => !other.isDone && isNear(other));
}

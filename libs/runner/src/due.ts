import { isOver, type Said, type Table, type Turn } from '@moot/protocol';
import type { Change, Run } from './ports.ts';

/** What a change to a run brings: the move, and the turns that its machines are to take next. */
export function changed(run: Run, said: Said): Change {
  // What could be taken before and now has to be is due as well.
  const before = new Set(machineTurns(run, run.table.next()).map(nameOf));
  const result = run.table.play(said);
  if (!result.ok) return result;
  const turns = result.table.next();
  return {
    ...result,
    due: machineTurns(run, turns).filter((turn) => !before.has(nameOf(turn))),
    isOver: isOver(turns),
  };
}

/** The turns that machines are to take when a run begins. */
export function dueAtStart(run: Pick<Run, 'table' | 'seats'>): readonly Turn[] {
  return machineTurns(run, run.table.next());
}

/** The required turns that wait for a person. */
export function waitingForPeople({
  table,
  seats,
}: {
  readonly table: Table;
  readonly seats: Run['seats'];
}): readonly Turn[] {
  return table.next().filter(({ seat, optional }) => !optional && seats[seat]?.kind === 'person');
}

function machineTurns({ seats }: Pick<Run, 'seats'>, turns: readonly Turn[]): readonly Turn[] {
  return turns.filter(({ seat, optional }) => !optional && seats[seat] !== undefined && seats[seat].kind !== 'person');
}

function nameOf({ seat, kind, at, version }: Turn): string {
  return `${seat} ${kind} @${at} v${version}`;
}

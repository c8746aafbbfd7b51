import type { Table, Turn, TurnName } from '@moot/protocol';
import type { Run, TurnRef } from '@moot/runner';
import { deadlineOf, startClock, type Holder } from '@moot/store';
import { turnKey, type Limit } from '@moot/wire';
import type { Engine } from '../engine.ts';
import { fault } from '../http/fault.ts';
import { seated } from './seated.ts';

type Kept = Pick<Engine, 'means' | 'world'>;

/** The limit of the turn that is open to a seat of a run; undefined where there is none. */
export async function limitIn({ means, world }: Kept, runId: string, seat: string): Promise<Limit | undefined> {
  const turn = (await world.run(runId))?.table.next().find((each) => each.seat === seat && each.seconds !== undefined);
  if (turn?.seconds === undefined) return undefined;
  const { kind, at, version, seconds } = turn;
  const deadline = await deadlineOf(means.database, { run: runId, seat, kind, at, version });
  return { turn: { seat, kind, at, version }, seconds, dueAt: deadline?.dueAt.toISOString() ?? null };
}

/** Starts the clock of a turn that its judge is shown now, if there is one; begun before, it goes on as it does. */
export async function beginTurn(kept: Kept, holder: Holder, runId: string, turn: TurnName): Promise<void> {
  const { run, by } = await seated(kept, holder, runId, turn);
  const open = openTurn(run.table, turn);
  if (open?.seconds === undefined)
    throw fault(409, { code: 'not-open', words: 'This is not open any more. The page has been brought up to date.' });
  const { seat, kind, at, version, seconds } = open;
  await startClock(kept.means, { turn: { run: runId, seat, kind, at, version }, by, seconds });
}

/** Whether a turn has a limit and its judge has not begun it. */
export async function isUnbegun({ means }: Pick<Engine, 'means'>, { table }: Run, turn: TurnRef): Promise<boolean> {
  const limit = openTurn(table, turn)?.seconds;
  return limit !== undefined && (await deadlineOf(means.database, turn)) === undefined;
}

/** What is said to who comes too late. In universal time, since the server does not know theirs. */
export function lateWords(dueAt: Date): string {
  return `The time for this was over at ${dueAt.toISOString().slice(11, 19)} UTC.`;
}

function openTurn(table: Table, turn: TurnName): Turn | undefined {
  return table.next().find((each) => turnKey(each) === turnKey(turn));
}

import type { TurnName } from '@moot/protocol';
import { changed, type TurnRef } from '@moot/runner';
import { Prisma } from '../generated/client.ts';
import { jobKey, refTo } from '../jobs/turn-ref.ts';
import type { Database, Reach } from '../postgres/database.ts';
import type { Means } from '../postgres/means.ts';
import { told } from '../postgres/told.ts';
import { fixLocked, type Fixing } from './fix.ts';

/** How long a person had for a turn: from when it was first shown to them until their time is over. */
export interface Deadline {
  readonly shownAt: Date;
  readonly dueAt: Date;
}

/** A turn that is shown to a person who has so many seconds for it. */
export interface Limited {
  readonly turn: TurnRef;
  readonly by: string;
  readonly seconds: number;
}

/** Starts the clock of a turn, in one transaction with the job that ends it. The first showing counts; shown again, nothing changes. */
export async function startClock(
  { database, clock }: Pick<Means, 'database' | 'clock'>,
  { turn, by, seconds }: Limited,
): Promise<Deadline> {
  const shownAt = clock();
  const dueAt = new Date(shownAt.getTime() + seconds * 1000);
  const { run: runId, ...named } = refTo(turn.run, turn);
  return database.$transaction(async (reach) => {
    const data = [{ runId, ...named, by, shownAt, dueAt }];
    const { count } = await reach.deadline.createMany({ data, skipDuplicates: true });
    if (count > 0) await reach.$queryRaw(addOutOfTime(turn, dueAt));
    if (count > 0) await reach.$queryRaw`select ${told(runId)}`;
    return (await deadlineOf(reach, turn)) ?? { shownAt, dueAt };
  });
}

/** The deadline of a turn; undefined before its clock was started, and where there is no limit. */
export async function deadlineOf(
  { deadline }: Pick<Reach, 'deadline'>,
  { run: runId, seat, kind, at, version }: TurnRef,
): Promise<Deadline | undefined> {
  const name = { runId, seat, kind, at, version };
  const found = await deadline.findUnique({ where: { runId_seat_kind_at_version: name } });
  return found ? { shownAt: found.shownAt, dueAt: found.dueAt } : undefined;
}

/** The turns of a run whose clocks have been started. */
export async function startedIn({ deadline }: Database, runId: string): Promise<readonly TurnName[]> {
  return deadline.findMany({ where: { runId }, select: { seat: true, kind: true, at: true, version: true } });
}

/** Whether what is submitted now comes too late for a turn: what was sent in time is given a while to arrive. */
export function isLate({ dueAt }: Deadline, now: Date): boolean {
  return now.getTime() > dueAt.getTime() + GRACE;
}

/** How long what was sent in time may take to arrive, in ms. */
const GRACE = 5000;

/** Why a turn was passed whose time was over, as it stands in the move. */
export const OUT_OF_TIME = 'out of time';

/** The task of the queue that ends a turn with a limit. */
export const END = 'out of time';

/** SQL that has a turn end when its time and the grace are over. */
function addOutOfTime(turn: TurnRef, dueAt: Date): Prisma.Sql {
  const runAt = new Date(dueAt.getTime() + GRACE);
  return Prisma.sql`select count(*) from graphile_worker.add_job(
    ${END}, ${JSON.stringify(refTo(turn.run, turn))}::json, job_key => ${`end ${jobKey(turn)}`}, run_at => ${runAt}, max_attempts => 1000)`;
}

/** What became of a turn whose time was over: what was submitted in it is its move, it was passed, or it had been taken. */
export type Ended = 'given' | 'passed' | 'closed';

/** Ends a turn whose time is over. In one transaction, so that a submission is either before it or too late. */
export async function endLocked({ reach, extend }: Fixing, turn: TurnRef): Promise<Ended> {
  const { run: runId, ...named } = refTo(turn.run, turn);
  await reach.$queryRaw`select 1 from run where id = ${runId} for update`;
  const waiting = await reach.submission.findFirst({ where: { runId, ...named, settledAt: null } });
  const fixed = waiting && (await fixLocked({ reach, extend }, waiting.id, runId));
  if (fixed?.outcome === 'fixed') return 'given';
  const { by } = await reach.deadline.findUniqueOrThrow({
    where: { runId_seat_kind_at_version: { runId, ...named } },
  });
  const pass = { ...named, by: `person:${by}` as const, passed: OUT_OF_TIME };
  return (await extend(runId, (run) => changed(run, pass))).ok ? 'passed' : 'closed';
}

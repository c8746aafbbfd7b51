import type { TurnRef } from '@moot/runner';
import type { Submission as Row } from '../generated/client.ts';
import { Prisma } from '../generated/client.ts';
import type { Database } from '../postgres/database.ts';
import type { Means } from '../postgres/means.ts';
import { storable, storableObject } from '../postgres/storable.ts';
import { isOf } from '../postgres/calls.ts';
import { deadlineOf, isLate, type Deadline } from './deadlines.ts';
import { addFix } from './fix-job.ts';

/** What a person submits in a turn. */
export interface NewSubmission {
  readonly id: string;
  readonly turn: TurnRef;
  readonly by: string;
  readonly said: object;
  readonly trace: object;
  /** How long it can be taken back, in ms. */
  readonly undoMs: number;
}

/** What was submitted, and what became of it. */
export interface Submitted {
  readonly id: string;
  readonly turn: TurnRef;
  readonly by: string;
  readonly said: object;
  readonly savedAt: Date;
  readonly fixedAt: Date;
  readonly outcome: 'fixed' | 'taken-back' | 'refused' | null;
  readonly words: string | null;
}

/** What came of submitting: it is kept, its name is somebody else's, or the time for its turn was over. */
export type Keeping =
  | { readonly ok: true; readonly submitted: Submitted }
  | { readonly ok: false; readonly why: 'not-theirs' }
  | { readonly ok: false; readonly why: 'late'; readonly dueAt: Date };

/** Keeps a submission, which takes the place of one that still waits in the same turn. Kept again, nothing changes. */
export async function keepSubmission(
  { database, clock }: Pick<Means, 'database' | 'clock'>,
  given: NewSubmission,
): Promise<Keeping> {
  const { id, turn, by, said, trace, undoMs } = given;
  const { run: runId, seat, kind, at, version } = turn;
  return database.$transaction(async (reach) => {
    // The run's row keeps two tabs from submitting in the same turn at once, and a submission from missing its turn's end.
    const [locked] = await reach.$queryRaw<{ readonly now: Date }[]>`
      select clock_timestamp() as now from run where id = ${runId} for no key update`;
    const before = await reach.submission.findUnique({ where: { id } });
    if (before)
      return before.by === by && before.runId === runId
        ? { ok: true, submitted: submitted(before) }
        : { ok: false, why: 'not-theirs' };
    if (!locked) throw new Error(`run ${runId}: there is no such run`);
    const limit = await deadlineOf(reach, turn);
    if (limit && isLate(limit, clock())) return { ok: false, why: 'late', dueAt: limit.dueAt };
    await reach.$executeRaw`
      update submission set settled_at = ${locked.now}, outcome = 'taken-back' where ${isOf(turn)} and settled_at is null`;
    const name = { runId, seat, kind, at, version };
    const fixedAt = undoneUntil(locked.now, undoMs, limit);
    const row = {
      id,
      ...name,
      by,
      said: storableObject(said),
      trace: storableObject(trace),
      savedAt: locked.now,
      fixedAt,
    };
    const kept = await reach.submission.create({ data: row });
    await reach.$queryRaw(addFix(id, fixedAt));
    return { ok: true, submitted: submitted(kept) };
  });
}

/** Until when a submission may be taken back: no longer than there is time for its turn. */
function undoneUntil(savedAt: Date, undoMs: number, limit: Deadline | undefined): Date {
  const until = savedAt.getTime() + undoMs;
  return new Date(limit ? Math.max(savedAt.getTime(), Math.min(until, limit.dueAt.getTime())) : until);
}

/** Whether something that was submitted in a turn waits to become its move. */
export async function waitsIn(database: Database, { run: runId, seat, kind, at, version }: TurnRef): Promise<boolean> {
  return (await database.submission.count({ where: { runId, seat, kind, at, version, settledAt: null } })) > 0;
}

/** Whose a submission has to be. */
export interface Own {
  readonly run: string;
  readonly by: string;
}

/** Takes a submission back, if it has not become a move and the time for its turn is not over; says what has become of it. */
export async function takeBack(
  { database, clock }: Pick<Means, 'database' | 'clock'>,
  id: string,
  { run, by }: Own,
): Promise<Submitted | undefined> {
  await database.$executeRaw`
    update submission s set settled_at = clock_timestamp(), outcome = 'taken-back'
    where id = ${id} and by = ${by} and run_id = ${run} and settled_at is null and not exists (
      select from deadline d where d.run_id = s.run_id and d.seat = s.seat and d.kind = s.kind and d.at = s.at
        and d.version = s.version and d.due_at <= ${clock()})`;
  const row = await database.submission.findFirst({ where: { id, by, runId: run } });
  return row ? submitted(row) : undefined;
}

/** All that was submitted in a seat of a run, oldest first. */
export async function submissionsIn(database: Database, runId: string, seat: string): Promise<readonly Submitted[]> {
  const rows = await database.submission.findMany({ where: { runId, seat }, orderBy: { savedAt: 'asc' } });
  return rows.map(submitted);
}

export function submitted({
  id,
  runId,
  seat,
  kind,
  at,
  version,
  by,
  said,
  savedAt,
  fixedAt,
  outcome,
  words,
}: Row): Submitted {
  const isObject = typeof said === 'object' && said !== null;
  return {
    id,
    turn: { run: runId, seat, kind, at, version },
    by,
    said: isObject ? said : {},
    savedAt,
    fixedAt,
    outcome: outcome === 'fixed' || outcome === 'taken-back' || outcome === 'refused' ? outcome : null,
    words,
  };
}

/** A later thought about a move. */
export interface NewAmendment {
  readonly id: string;
  readonly turn: TurnRef;
  readonly by: string;
  readonly text: string;
  readonly belief: readonly number[] | null;
}
export interface KeptAmendment extends NewAmendment {
  readonly savedAt: Date;
}

/** Keeps an amendment; kept again, nothing changes. Undefined if its name is somebody else's. */
export async function keepAmendment(
  { database, clock }: Pick<Means, 'database' | 'clock'>,
  given: NewAmendment,
): Promise<KeptAmendment | undefined> {
  const { id, turn, by, text, belief } = given;
  const { run: runId, seat, kind, at, version } = turn;
  const row = {
    id,
    runId,
    seat,
    kind,
    at,
    version,
    by,
    text: storable(text),
    belief: [...(belief ?? [])],
    savedAt: clock(),
  };
  await database.amendment.createMany({ data: [row], skipDuplicates: true });
  const [kept] = await amendmentsOf(database, Prisma.sql`id = ${id} and by = ${by} and run_id = ${runId}`);
  return kept;
}

export async function amendmentsIn(database: Database, run: string, seat: string): Promise<readonly KeptAmendment[]> {
  return amendmentsOf(database, Prisma.sql`run_id = ${run} and seat = ${seat}`);
}

async function amendmentsOf(database: Database, which: Prisma.Sql): Promise<readonly KeptAmendment[]> {
  const rows = await database.$queryRaw<(Omit<KeptAmendment, 'turn'> & TurnRef)[]>`
    select id, run_id as run, seat, kind, at, version, by, text, saved_at as "savedAt",
      case when cardinality(belief) > 0 then belief::float8[] end as belief
    from amendment where ${which} order by saved_at`;
  return rows.map(({ run, seat, kind, at, version, ...row }) => ({ ...row, turn: { run, seat, kind, at, version } }));
}

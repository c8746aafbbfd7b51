import { Prisma } from '../generated/client.ts';
import type { Database } from '../postgres/database.ts';
import { STATE } from '../postgres/state.ts';
import { DONE } from './invitations.ts';

/** An invitation as its holder comes by it. */
export interface Holder {
  readonly id: string;
  readonly secretHash: string;
  readonly experiment: string;
  readonly title: string | null;
  /** What judges are to read instead of the experiment's title. */
  readonly ownTitle: string | null;
  readonly consent: string | null;
  readonly instructions: string | null;
  readonly openedAt: Date | null;
  readonly welcomedAt: Date | null;
  readonly consentedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly instructedAt: Date | null;
  /** The place that was taken by it: its number and the pseudonym of who has it. */
  readonly slot: number | null;
  readonly judge: string | null;
}

/** The holder of an invitation that has not been revoked. */
export async function holderOf(database: Database, invitation: string): Promise<Holder | undefined> {
  const [holder] = await database.$queryRaw<Holder[]>`
    select i.id, i.secret_hash as "secretHash", e.name as experiment, e.plan -> 'file' ->> 'title' as title,
      e.plan -> 'file' -> 'judges' ->> 'title' as "ownTitle", e.plan -> 'file' -> 'judges' ->> 'consent' as consent, e.plan -> 'file' -> 'judges' ->> 'instructions' as instructions,
      i.opened_at as "openedAt", i.welcomed_at as "welcomedAt", i.consented_at as "consentedAt",
      i.declined_at as "declinedAt", i.instructed_at as "instructedAt", p.slot, t.pseudonym as judge
    from invitation i join experiment e on e.id = i.experiment_id
      left join place p on p.invitation_id = i.id left join participant t on t.id = p.participant_id
    where i.id = ${invitation} and i.revoked_at is null`;
  return holder;
}

/** What the holder of an invitation has come past. */
export type Milestone = 'openedAt' | 'welcomedAt' | 'consentedAt' | 'declinedAt' | 'instructedAt';

/** Notes that a milestone was reached, unless it was before; declining and agreeing take each other's place. */
export async function reach(database: Database, invitation: string, milestone: Milestone, at: Date): Promise<void> {
  await database.invitation.updateMany({ where: { id: invitation, [milestone]: null }, data: { [milestone]: at } });
}

/** Takes back that somebody declined. */
export async function reconsider(database: Database, invitation: string): Promise<void> {
  await database.invitation.updateMany({ where: { id: invitation, consentedAt: null }, data: { declinedAt: null } });
}

/** A run in a judge's queue. */
export interface Queued {
  readonly run: string;
  readonly seat: string;
  readonly prompt: string;
  readonly question: string;
  readonly source: string | null;
  readonly state: 'ended' | 'failed' | 'waiting' | 'running';
  readonly isDone: boolean;
  readonly begunAt: Date | null;
  readonly doneAt: Date | null;
  /** When the judge last submitted something in it. */
  readonly lastAt: Date | null;
  readonly begin: string | null;
  readonly feedback: string | null;
}

/** All runs of the place that an invitation has taken, in their order. */
export async function queueOf(database: Database, invitation: string): Promise<readonly Queued[]> {
  return database.$queryRaw<Queued[]>`
    select run.id as run, ps.seat, question.prompt, question.id as question, question.source_id as source, ${STATE} as state,
      ${DONE} as "isDone", run.begun_at as "begunAt",
      coalesce((select v.made_at from verdict v where v.run_id = run.id and v.seat = ps.seat and v.stale_since is null), run.ended_at) as "doneAt",
      (select max(s.saved_at) from submission s where s.run_id = run.id and s.seat = ps.seat) as "lastAt",
      e.plan -> 'file' -> 'arms' -> arm.name ->> 'begin' as begin, e.plan -> 'file' -> 'arms' -> arm.name ->> 'feedback' as feedback
    from place p join person_seat ps on ps.experiment_id = p.experiment_id and ps.slot = p.slot
      join run on run.id = ps.run_id join arm on arm.id = run.arm_id join experiment e on e.id = run.experiment_id
      join question on question.id = run.question_id
    where p.invitation_id = ${invitation} order by ps.position`;
}

/** The seat of a run that belongs to the place taken by an invitation, and the pseudonym of who has it. */
export async function seatIn(
  database: Database,
  invitation: string,
  run: string,
): Promise<{ readonly seat: string; readonly judge: string } | undefined> {
  const [found] = await database.$queryRaw<{ readonly seat: string; readonly judge: string }[]>`
    select ps.seat, t.pseudonym as judge
    from invitation i join place p on p.invitation_id = i.id join participant t on t.id = p.participant_id
      join person_seat ps on ps.experiment_id = p.experiment_id and ps.slot = p.slot
    where i.id = ${invitation} and i.revoked_at is null and ps.run_id = ${run}`;
  return found;
}

/** The pseudonym of who has the place that a seat of a run belongs to; undefined while nobody has. */
export async function whoSitsIn(database: Database, run: string, seat: string): Promise<string | undefined> {
  const [found] = await database.$queryRaw<{ readonly judge: string }[]>`
    select t.pseudonym as judge from person_seat ps
      join place p on p.experiment_id = ps.experiment_id and p.slot = ps.slot join participant t on t.id = p.participant_id
    where ps.run_id = ${run} and ps.seat = ${seat}`;
  return found?.judge;
}

/** What a judge may be told of a question that they have judged. */
export interface Told {
  readonly question: string;
  readonly options: readonly string[];
  readonly truth: number;
  readonly belief: readonly number[] | null;
}

export async function truthFor(database: Database, run: string, seat: string): Promise<Told | undefined> {
  const [found] = await database.$queryRaw<Told[]>`
    select question.prompt as question, question.options, question.truth, ${BELIEF} as belief
    from run join question on question.id = run.question_id
      left join verdict v on v.run_id = run.id and v.seat = ${seat} and v.stale_since is null
    where run.id = ${run}`;
  return found;
}

const BELIEF = Prisma.sql`case when v.run_id is null or v.passed is not null then null else v.belief::float8[] end`;

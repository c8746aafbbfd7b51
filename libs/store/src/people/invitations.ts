import { Prisma } from '../generated/client.ts';
import type { Database, Reach } from '../postgres/database.ts';
import type { Means } from '../postgres/means.ts';
import { storable } from '../postgres/storable.ts';

/** A link to be made: its name, and the hash of its secret, which is kept nowhere else. */
export interface NewInvitation {
  readonly id: string;
  readonly label: string;
  readonly secretHash: string;
}

/** Keeps invitations to an experiment; false if there is no such experiment. */
export async function keepInvitations(
  { database, clock }: Pick<Means, 'database' | 'clock'>,
  { experiment, by }: { readonly experiment: string; readonly by: string },
  invitations: readonly NewInvitation[],
): Promise<boolean> {
  const at = clock();
  return database.$transaction(async (reach) => {
    const found = await reach.experiment.findUnique({ where: { name: experiment }, select: { id: true } });
    if (!found) return false;
    const data = invitations.map((each) => ({
      ...each,
      experimentId: found.id,
      createdAt: at,
      createdBy: storable(by),
    }));
    await reach.invitation.createMany({ data });
    const detail = { invitations: invitations.length };
    await reach.audit.create({ data: { at, who: storable(by), what: 'judges invited', subject: found.id, detail } });
    return true;
  });
}

/** How many places of an experiment people can take, how many are taken, and how many invitations are out for them. */
export interface Places {
  readonly total: number;
  readonly taken: number;
  readonly invited: number;
}

export async function placesIn(database: Database, experiment: string): Promise<Places> {
  const [places] = await database.$queryRaw<Places[]>`
    select
      (select count(distinct slot) from person_seat s where s.experiment_id = e.id)::int as total,
      (select count(*) from place p where p.experiment_id = e.id and exists (
        select from person_seat s where s.experiment_id = p.experiment_id and s.slot = p.slot))::int as taken,
      (select count(*) from invitation i where i.experiment_id = e.id and i.revoked_at is null and i.declined_at is null)::int as invited
    from experiment e where e.name = ${experiment}`;
  return places ?? { total: 0, taken: 0, invited: 0 };
}

export interface ListedInvitation {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly state: 'unopened' | 'opened' | 'declined' | 'judging' | 'finished' | 'revoked';
  readonly judge: string | null;
  readonly done: number;
  readonly total: number;
  readonly lastAt: Date | null;
}

export async function listInvitations(database: Database, experiment: string): Promise<readonly ListedInvitation[]> {
  return database.$queryRaw<ListedInvitation[]>`
    select i.id, i.label, i.created_at as "createdAt", i.revoked_at as "revokedAt", t.pseudonym as judge,
      coalesce(seats.done, 0)::int as done, coalesce(seats.total, 0)::int as total,
      greatest(i.opened_at, i.welcomed_at, i.consented_at, i.declined_at, i.instructed_at, seats.last) as "lastAt",
      case
        when i.revoked_at is not null then 'revoked'
        when p.slot is not null and seats.done = seats.total then 'finished'
        when p.slot is not null then 'judging'
        when i.declined_at is not null then 'declined'
        when i.opened_at is not null then 'opened'
        else 'unopened'
      end as state
    from experiment e join invitation i on i.experiment_id = e.id
      left join place p on p.invitation_id = i.id left join participant t on t.id = p.participant_id
      left join lateral (
        select count(*) as total, count(*) filter (where ${DONE}) as done,
          max((select max(s.saved_at) from submission s where s.run_id = ps.run_id and s.seat = ps.seat)) as last
        from person_seat ps join run on run.id = ps.run_id
        where ps.experiment_id = p.experiment_id and ps.slot = p.slot) seats on true
    where e.name = ${experiment} order by i.created_at, i.label`;
}

/** SQL for whether the person of a seat has nothing more to do in its run: it has ended, or their verdict is given. */
export const DONE = Prisma.sql`(run.ended_at is not null or exists (
  select from verdict v where v.run_id = run.id and v.seat = ps.seat and v.stale_since is null))`;

/**
 * Ends an invitation: whoever holds it can do nothing more by it. What they gave stays; runs in which they gave nothing are
 * for somebody else to take. False if it is not there or has ended.
 */
export async function revokeInvitation(
  { database, clock }: Pick<Means, 'database' | 'clock'>,
  id: string,
  by: string,
): Promise<boolean> {
  const at = clock();
  return database.$transaction(async (reach) => {
    const { count } = await reach.invitation.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
    if (count > 0) await handOn(reach, id);
    if (count > 0)
      await reach.audit.create({
        data: { at, who: storable(by), what: 'invitation revoked', subject: id, detail: {} },
      });
    return count > 0;
  });
}

/** The runs in which the holder of a place has given nothing become a place of their own, for somebody else to take. */
async function handOn(reach: Reach, invitationId: string): Promise<void> {
  const place = await reach.place.findUnique({ where: { invitationId }, include: { participant: true } });
  if (!place) return;
  const { experimentId, slot, participant } = place;
  // As when a place is taken: the experiment's row is the lock.
  await reach.$queryRaw`select 1 from experiment where id = ${experimentId} for update`;
  await reach.$executeRaw`
    update person_seat ps
    set slot = (select max(slot) + 1 from person_seat o where o.experiment_id = ${experimentId})
    where ps.experiment_id = ${experimentId} and ps.slot = ${slot} and not exists (
      select from submission s where s.run_id = ps.run_id and s.seat = ps.seat and s.by = ${participant.pseudonym})`;
}

import type { Means } from '../postgres/means.ts';

/** What came of taking a place: the pseudonym of who has it, or that there is none left. */
export type Taking =
  { readonly ok: true; readonly judge: string } | { readonly ok: false; readonly why: 'full' | 'revoked' };

/** Gives the holder of an invitation a place of the plan, the first that is free; the same again if they have one. */
export async function takePlace({ database, clock, ids }: Means, invitation: string): Promise<Taking> {
  const at = clock();
  return database.$transaction(async (reach) => {
    // One after another: the experiment's row is the lock, so that no place is given twice and none is left over.
    const [experiment] = await reach.$queryRaw<{ readonly id: string; readonly name: string }[]>`
      select e.id, e.name from experiment e join invitation i on i.experiment_id = e.id
      where i.id = ${invitation} and i.revoked_at is null for update of e`;
    if (!experiment) return { ok: false, why: 'revoked' };
    const before = await reach.place.findUnique({
      where: { invitationId: invitation },
      include: { participant: true },
    });
    if (before) return { ok: true, judge: before.participant.pseudonym };
    const [free] = await reach.$queryRaw<{ readonly slot: number }[]>`
      select distinct s.slot from person_seat s where s.experiment_id = ${experiment.id}
        and not exists (select from place p where p.experiment_id = s.experiment_id and p.slot = s.slot)
      order by s.slot limit 1`;
    if (!free) return { ok: false, why: 'full' };
    const pseudonym = `${experiment.name}/judge-${free.slot + 1}`;
    const participant = await reach.participant.create({ data: { id: ids(), pseudonym, kind: 'person' } });
    const place = { experimentId: experiment.id, slot: free.slot, invitationId: invitation, takenAt: at };
    await reach.place.create({ data: { ...place, participantId: participant.id } });
    return { ok: true, judge: pseudonym };
  });
}

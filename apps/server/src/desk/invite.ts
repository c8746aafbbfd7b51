import { keepInvitations } from '@moot/store';
import type { Engine } from '../engine.ts';
import { hashOf, newSecret } from './secret.ts';

/** A link as it is shown once: what comes after the address of the server. */
export interface Link {
  readonly id: string;
  readonly label: string;
  readonly path: string;
}

/** Makes invitations to an experiment; undefined if there is no such experiment. Their secrets are kept nowhere. */
export async function inviteJudges(
  { means }: Pick<Engine, 'means'>,
  { experiment, judges, by }: { readonly experiment: string; readonly judges: number; readonly by: string },
): Promise<readonly Link[] | undefined> {
  const made = Array.from({ length: judges }, () => ({ id: means.ids(), secret: newSecret() }));
  const rows = made.map(({ id, secret }, i) => ({
    id,
    label: `judge ${i + 1} of ${judges}`,
    secretHash: hashOf(secret),
  }));
  if (!(await keepInvitations(means, { experiment, by }, rows))) return undefined;
  // The secret is in the part of an address that browsers keep to themselves, so that no preview or log has it.
  return rows.map(({ id, label }, i) => ({ id, label, path: `/judge/${id}#${made[i]?.secret ?? ''}` }));
}

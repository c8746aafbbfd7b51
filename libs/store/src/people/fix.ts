import type { Change, Run } from '@moot/runner';
import { entered } from '@moot/runner';
import type { Submission } from '../generated/client.ts';
import type { Reach } from '../postgres/database.ts';
import { submitted, type Submitted } from './submissions.ts';

/** What making a move of a submission needs of the world: a change to a locked run. */
export interface Fixing {
  readonly reach: Reach;
  readonly extend: (run: string, change: (run: Run) => Change) => Promise<Change>;
}

/** Makes a move of a submission, or keeps why it cannot be one; nothing, if it has been settled before. In one transaction. */
export async function fixLocked({ reach, extend }: Fixing, id: string, runId: string): Promise<Submitted | undefined> {
  await reach.$queryRaw`select 1 from run where id = ${runId} for update`;
  await reach.$queryRaw`select 1 from submission where id = ${id} for update`;
  const row = await reach.submission.findUnique({ where: { id } });
  if (row?.settledAt !== null) return undefined;
  const change = await extend(runId, entered(saidIn(row)));
  const settled = change.ok ? { outcome: 'fixed' } : { outcome: 'refused', words: change.words ?? WORDS[change.why] };
  return submitted(await reach.submission.update({ where: { id }, data: { settledAt: new Date(), ...settled } }));
}

function saidIn({ seat, kind, at, version, by, said }: Submission) {
  const isObject = typeof said === 'object' && said !== null;
  return { seat, kind, at, version, by: `person:${by}` as const, said: isObject ? said : {} };
}

const WORDS = {
  over: 'The run has ended.',
  'not-open': 'The turn is not open any more.',
  barred: 'You may not take this turn.',
  fault: 'This cannot be taken.',
} as const;

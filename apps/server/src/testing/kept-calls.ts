import { createHash } from 'node:crypto';
import type { Message } from '@moot/protocol';
import type { Database } from '@moot/store';

/** The prompts of all model calls whose rows are committed, by the hash under which the simulator counts them. */
export async function keptPrompts(database: Database): Promise<readonly string[]> {
  const rows = await database.$queryRaw<{ readonly messages: readonly Message[] }[]>`
    select messages from model_call order by id`;
  return rows.map(({ messages }) => promptHash(messages));
}

/** SHA-256 of the messages as they were sent: Postgres keeps the fields of JSON in an order of its own. */
function promptHash(messages: readonly Message[]): string {
  const sent = messages.map(({ role, content }) => ({ role, content }));
  return createHash('sha256').update(JSON.stringify(sent)).digest('hex');
}

import type { TurnName } from '@moot/protocol';
import type { Run } from '@moot/runner';
import type { Holder } from '@moot/store';
import type { Engine } from '../engine.ts';
import { fault } from '../http/fault.ts';
import { mayOpen, queueFor } from './queue.ts';

/** The run of a seat that is the holder's, once they have come to it. */
export async function seated(
  kept: Pick<Engine, 'means' | 'world'>,
  holder: Holder,
  runId: string,
  turn: TurnName,
): Promise<{ run: Run; by: string }> {
  const queue = await queueFor(kept, holder.id);
  const own = queue.find(({ run }) => run === runId);
  const isOpen = own && holder.instructedAt !== null && mayOpen(queue, own);
  const run = isOpen ? await kept.world.run(runId) : undefined;
  if (!run || holder.judge === null || own?.seat !== turn.seat) throw notYours();
  return { run, by: holder.judge };
}

export function notYours() {
  return fault(404, { code: 'not-found', words: 'There is no such run for you.' });
}

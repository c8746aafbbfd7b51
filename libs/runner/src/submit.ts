import type { Said } from '@moot/protocol';
import { changed } from './due.ts';
import type { Change, TurnRef, World } from './ports.ts';

/** Enters what a person said in a turn, if the rules allow it. */
export async function submit(run: string, said: Said, world: World): Promise<Change> {
  return world.extend(run, (now) => changed(now, said));
}

/** Gives up a turn for its seat, with the reason, so that the run can go on; a failure of it is settled by that. */
export async function pass(
  turn: TurnRef,
  { by, why }: { readonly by: string; readonly why: string },
  world: World,
): Promise<Change> {
  const { run, seat, kind, at, version } = turn;
  const change = await submit(run, { seat, kind, at, version, by: `person:${by}`, passed: why }, world);
  if (change.ok) await world.settle(turn, { how: 'passed', by, why });
  return change;
}

/** Has a failed turn taken again, from the first attempt on. False when the turn has not failed. */
export async function retry(
  turn: TurnRef,
  { by, why }: { readonly by: string; readonly why?: string },
  world: World,
): Promise<boolean> {
  return world.settle(turn, { how: 'retried', by, ...(why !== undefined && { why }) });
}

import type { Turn } from '@moot/protocol';
import type { Run, World } from '@moot/runner';
import { turnName } from './turn-name.ts';

/** The run of an id, or an error that says where ids are listed. */
export async function runOf(world: World, id: string): Promise<Run> {
  const run = await world.run(id);
  if (run) return run;
  throw new Error(`there is no run ${id}; moot ls runs <experiment> lists them`);
}

/** The open turn of a name, or an error that offers those that are open. */
export function openTurn({ id, table }: Run, name: string, isOffered: (turn: Turn) => boolean = () => true): Turn {
  const open = table.next();
  const turn = open.find((each) => turnName(each) === name);
  if (turn) return turn;
  const offered = named(open.filter(isOffered));
  throw new Error(
    `"${name}" is not open in run ${id}; open are ${offered || (open.length > 0 ? 'none of yours' : 'no turns: it is over')}`,
  );
}

/** Turns as a line of names. */
export function named(turns: readonly Parameters<typeof turnName>[0][]): string {
  return turns.map((each) => `"${turnName(each)}"`).join(', ');
}

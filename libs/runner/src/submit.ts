import type { Refused, Said } from '@moot/protocol';
import { changed } from './due.ts';
import type { Change, Run, TurnRef, World } from './ports.ts';

/** Enters what a person said in a turn, if the rules allow it and the seat is theirs. */
export async function submit(run: string, said: Said, world: World): Promise<Change> {
  return world.extend(run, entered(said));
}

/** The change to a run that a person's words make. */
export function entered(said: Said): (run: Run) => Change {
  return (run) => strangerIn(run, said) ?? changed(run, said);
}

/** Gives up a turn for its seat, with the reason, so that the run can go on; a failure of it is settled by that. */
export async function pass(
  turn: TurnRef,
  { by, why }: { readonly by: string; readonly why: string },
  world: World,
): Promise<Change> {
  const { run, seat, kind, at, version } = turn;
  const said: Said = { seat, kind, at, version, by: `person:${by}`, passed: why };
  const change = await world.extend(run, (now) => changed(now, said));
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

/** Gives up all that a run still waits for, turn after turn, so that it ends without it. How many turns were passed. */
export async function abandon(
  run: string,
  { by, why }: { readonly by: string; readonly why: string },
  world: World,
): Promise<number> {
  for (let passed = 0; ; passed++) {
    const turn = (await world.run(run))?.table.next().find(({ optional }) => !optional);
    if (!turn) return passed;
    const { seat, kind, at, version } = turn;
    const change = await pass({ run, seat, kind, at, version }, { by, why: `abandoned: ${why}` }, world);
    // Whoever took the turn in the meantime has not ended the run by that.
    if (!change.ok && change.why !== 'not-open' && change.why !== 'over')
      throw new Error(`run ${run}: ${change.words ?? change.why}`);
  }
}

/** A seat is one person's from its first move on, and nobody has two: else a belief would be one's and the verdict another's. */
function strangerIn({ table }: Run, { seat, by }: Said): Refused | undefined {
  const made = table.moves.filter((move) => move.by.startsWith('person:') && !('passed' in move));
  const others = made.find((move) => move.seat === seat && move.by !== by);
  if (others) return barred(`seat ${seat} of this run is ${nameOf(others.by)}'s since their first turn`);
  const elsewhere = made.find((move) => move.seat !== seat && move.by === by);
  return elsewhere && barred(`${nameOf(by)} sits in seat ${elsewhere.seat} of this run already`);
}

function barred(words: string): Refused {
  return { ok: false, why: 'barred', words };
}

const nameOf = (by: string): string => by.slice('person:'.length);

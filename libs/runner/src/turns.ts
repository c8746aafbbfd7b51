import { seedFrom, type Turn } from '@moot/protocol';
import type { Failure, Run, TurnRef, World } from './ports.ts';

/** What names a turn, without what comes with it. */
export function nameOf({ seat, kind, at, version }: Turn): Pick<Turn, 'seat' | 'kind' | 'at' | 'version'> {
  return { seat, kind, at, version };
}

/** A seed of 31 bits for what a machine does in a turn. */
export function seedOf({ seed }: Run, { seat, kind, at, version }: Turn, ...names: readonly string[]): number {
  return seedFrom(seed, seat, kind, at, String(version), ...names) & 0x7fffffff;
}

/** Keeps that a turn has failed. */
export async function failed(ref: TurnRef, failure: Failure, world: World): Promise<'failed'> {
  await world.fail(ref, failure);
  return 'failed';
}

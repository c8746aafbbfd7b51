import type { Moves } from '../transcript.ts';
import type { ArguingMove, Stage } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

/** What a protocol says in which seats argue; the rest is common to all of them. */
export interface Manner<S extends ArguingSetup> {
  readonly name: string;
  /** The seats that argue, in the order in which they speak and are given sides. */
  speakers(setup: S): readonly string[];
  /** The stages, each worked out when those before it are done. A setup with its own `course` goes by that. */
  stages(setup: S, moves: Moves<ArguingMove>): Iterable<Stage>;
  /** Whether speakers never hear each other. */
  areApart?(setup: S): boolean;
  /** The seats that have a side, in order; all speakers unless it says otherwise. */
  sided?(setup: S): readonly string[];
  /** Where a speech says whether it agrees with the one before it. */
  stanceAt?(setup: S): string | undefined;
  /** Whether a speaker may give up its side. */
  mayConcede?(setup: S): boolean;
}

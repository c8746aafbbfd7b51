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
  /** Whether a speaker may give up its side. */
  mayConcede?(setup: S): boolean;
  /** What else is wrong with what was said, in words for its maker. */
  fault?(setup: S, move: ArguingMove): string | undefined;
}

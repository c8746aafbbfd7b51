import type { How, Prompt } from './prompt.ts';
import type { Pass, Turn } from './protocol.ts';
import type { Asked } from './table.ts';

/** What the author of a protocol says of drafts: which turns are drafted, and what models are asked of a draft. */
export interface Drafting<S extends object, M extends Turn> {
  drafts(asked: Asked<S, M>): boolean;
  /** How probable it is that the maker's own side wins, if the draft were its move: a belief in [it wins, it does not]. */
  rate(draft: Drafted<S, M>, how: How): Prompt;
  critique(draft: Drafted<S, M>): Prompt;
  /** How probable it is that a critique helps: a belief in [it helps, it does not]. */
  helpful(draft: Drafted<S, M>, critique: string, how: How): Prompt;
  revise(draft: Drafted<S, M>, critique: string): Prompt;
}

/** What the maker of a draft was told, and the draft as its own seat would see it, quotes checked. */
export interface Drafted<S, M extends Turn> extends Asked<S, M> {
  readonly draft: M | Pass;
}

/** What models are asked of one draft. */
export interface DraftPrompts {
  rate(how: How): Prompt;
  critique(): Prompt;
  helpful(critique: string, how: How): Prompt;
  revise(critique: string): Prompt;
}

/** The prompts about one draft. */
export function draftPrompts<S extends object, M extends Turn>(
  drafting: Drafting<S, M>,
  draft: Drafted<S, M>,
): DraftPrompts {
  return {
    rate: (how) => drafting.rate(draft, how),
    critique: () => drafting.critique(draft),
    helpful: (critique, how) => drafting.helpful(draft, critique, how),
    revise: (critique) => drafting.revise(draft, critique),
  };
}
